using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Logging;

public sealed class SecretNamesTests
{
    [Theory]
    [InlineData("pass")]
    [InlineData("passwd")]
    [InlineData("password")]
    [InlineData("passphrase")]
    [InlineData("pwd")]
    [InlineData("pw")]
    [InlineData("user_pw")]
    [InlineData("pin")]
    [InlineData("vm_pin")]
    [InlineData("voicemail_pin")]
    [InlineData("PIN")]
    [InlineData("key")]
    [InlineData("api_key")]
    [InlineData("api-key")]
    [InlineData("apikey")]
    [InlineData("ApiKey")]
    [InlineData("auth")]
    [InlineData("x_auth")]
    [InlineData("Authorization")]
    [InlineData("credential")]
    [InlineData("credentials")]
    [InlineData("login_pass")]
    [InlineData("conf_secret")]
    [InlineData("access_token")]
    public void A_field_with_a_secret_name_is_masked_in_logs_traces_and_questions(string name)
    {
        Assert.True(SecretNames.IsSecret(name));
        Assert.Equal(Redactor.Mask, Redactor.ShowValue(name, "Can9ary"));
        Assert.Equal(Redactor.Mask, Masked(name, "Can9ary")[name]);
        Assert.Equal($"http://crm.test/x?{name}=***&b=1", Masked("url", $"http://crm.test/x?{name}=Can9&b=1")["url"]);
        Assert.Equal($"http%3A%2F%2Fcrm.test%2Fx%3F{name}%3D***%26b%3D1", Masked("url", $"http%3A%2F%2Fcrm.test%2Fx%3F{name}%3DCan9%26b%3D1")["url"]);
    }

    [Fact]
    public void A_word_can_begin_at_a_capital_letter() => Assert.True(SecretNames.IsSecret("vmPin"));

    [Theory]
    [InlineData("phone_number")]
    [InlineData("opening_time")]
    [InlineData("shipping")]
    [InlineData("hotkeys_active")]
    [InlineData("author")]
    [InlineData("keyword")]
    [InlineData("monkey")]
    [InlineData("spw2")]
    [InlineData("security_phrase")]
    public void A_field_with_another_name_is_not_secret(string name)
    {
        Assert.False(SecretNames.IsSecret(name));
        Assert.Equal("value", Masked(name, "value")[name]);
    }

    [Fact]
    public void The_password_of_a_new_user_is_masked_in_the_other_fields_too()
    {
        ApiRequest request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "add_user"))
            .Add("agent_user", "newuser")
            .Add("agent_pass", "Fresh77secret")
            .Add("agent_full_name", "Ann Fresh77secret")
            .Add("agent_user_group", "Fresh77 secret");
        using DialerCredential credential = Dial.Credential("another1");
        Dictionary<string, string> fields = new RequestMask(request, credential, Redactor.ByPosition)
            .Fields(request)
            .ToDictionary(static field => field.Key, static field => field.Value);

        Assert.Equal("Ann ***", fields["agent_full_name"]);
        Assert.Equal("***", fields["agent_pass"]);
        Assert.Equal("newuser", fields["agent_user"]);
        Assert.DoesNotContain(
            "Fresh77secret",
            new RequestMask(request, credential, Redactor.ByPosition).Response(
                request.Function,
                200,
                "SUCCESS: add_user USER HAS BEEN ADDED - 6666|newuser|Fresh77secret|1|Ann Fresh77secret|AGENTS\n"
            ),
            System.StringComparison.Ordinal
        );
    }

    private static Dictionary<string, string> Masked(string name, string value)
    {
        ApiRequest request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "add_lead")).Add(name, value);
        using DialerCredential credential = Dial.Credential("another1");
        return new RequestMask(request, credential, Redactor.ByPosition)
            .Fields(request)
            .ToDictionary(static field => field.Key, static field => field.Value);
    }
}
