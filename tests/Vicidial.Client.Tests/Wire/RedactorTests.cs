using Vicidial.Client.Functions;
using Vicidial.Client.Responses;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Wire;

public class RedactorTests
{
    [Theory]
    [InlineData("ERROR: Login incorrect, please try again: |6666|Canary7x|BAD|")]
    [InlineData("ERROR: a text of a later version: |6666|Canary7x|")]
    [InlineData("ERROR: the password Canary7x of 6666 is wrong - 17")]
    [InlineData("ERROR: Canary7x - 17|18")]
    [InlineData("NOTICE: log in with pass=Canary7x - 17")]
    [InlineData("TULOS: väärä Canary7x - 6666")]
    public void A_message_does_not_show_the_password(string line)
    {
        DialerResponse response = Read(line + "\n", "Canary7x");

        Assert.DoesNotContain(VisibleText.Of(response), text => text.Contains("Canary7x", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Redactor.Mask, response.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void The_leading_word_is_readable_even_if_it_is_the_password()
    {
        DialerResponse response = Read("SUCCESS: a text of a later version - 17\nERROR: another one - SUCCESS|18\n", "SUCCESS");

        Assert.Equal("SUCCESS: a text of a later version - 17", response.Lines[0].Raw);
        Assert.Equal("ERROR: another one - ***|18", response.Lines[1].Raw);
    }

    [Fact]
    public void Values_that_equal_the_password_are_not_masked_in_known_data()
    {
        DialerResponse response = Read("SUCCESS: add_lead LEAD HAS BEEN ADDED - 1234|1234|1234|-5|1234\n", "1234");

        Assert.Equal("SUCCESS: add_lead LEAD HAS BEEN ADDED - 1234|1234|1234|-5|1234\n", response.Raw);
        Assert.All(["phone_number", "list_id", "lead_id", "api_user"], name => Assert.Equal("1234", response.Success?[name]));
    }

    [Fact]
    public void Rows_that_contain_the_password_as_data_do_not_change()
    {
        DialerResponse response = ResponseReader.Read(
            ApiCatalog.Get(DialerApi.NonAgent, "campaigns_list"),
            200,
            "1234|TESTCAMP|pass=other|1234\n",
            new Redactor(() => ["1234"])
        );

        Assert.Equal("1234|TESTCAMP|pass=other|1234\n", response.Raw);
    }

    [Theory]
    [InlineData("Internal error while reading function=add_lead&user=6666&pass=Canary7x\n")]
    [InlineData("<h1>Bad gateway</h1>\n<pre>user=6666&amp;pass=Canary7x</pre>\n")]
    [InlineData("Array\n(\n    [pass] => Canary7x\n)\n")]
    public void A_text_of_another_program_that_echoes_the_request_does_not_show_the_password(string body)
    {
        DialerResponse response = ResponseReader.Read(ApiCatalog.Get(DialerApi.NonAgent, "add_lead"), 500, body, new Redactor(() => ["Canary7x"]));

        Assert.DoesNotContain(VisibleText.Of(response), text => text.Contains("Canary7x", StringComparison.Ordinal));
    }

    [Fact]
    public void The_text_of_a_fatal_error_does_not_show_the_password()
    {
        DialerResponse response = Read(
            "<br />\n<b>Fatal error</b>:  Uncaught mysqli_sql_exception: syntax error near 'Canary7x' and pass='Canary7x' in /srv/x.php:1\nStack "
                + "trace:\n#0 x.php(1): q('Canary7x')\n  thrown in <b>/srv/x.php</b> on line <b>1</b><br />\n",
            "Canary7x"
        );

        Assert.NotNull(response.ServerFault);
        Assert.DoesNotContain(VisibleText.Of(response), text => text.Contains("Canary7x", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_users_password_is_masked_in_the_success_that_echoes_it()
    {
        ApiFunction function = ApiCatalog.Get(DialerApi.NonAgent, "add_user");
        ResponseShape shape = function.Shapes.First(one => one.Kind == ResponseKind.Success && one.ValueNames.Contains("agent_pass"));
        string line = shape.ValueNames.Aggregate(shape.Template, (text, name) =>
            text.Replace($"<{name}>", name == "agent_pass" ? "Canary7x" : "1", StringComparison.Ordinal)
        );

        DialerResponse response = ResponseReader.Read(function, 200, line + "\n", Redactor.ByPosition);

        Assert.Equal(ResponseKind.Success, response.Kind);
        Assert.Equal(Redactor.Mask, response.Success?["agent_pass"]);
        Assert.DoesNotContain("Canary7x", response.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pass", true)]
    [InlineData("agent_pass", true)]
    [InlineData("phone_pass", true)]
    [InlineData("registration_password", true)]
    [InlineData("reset_password", true)]
    [InlineData("user", false)]
    [InlineData("passport_number", false)]
    public void A_field_is_secret_by_its_name(string name, bool secret) => Assert.Equal(secret, Redactor.IsSecretField(name));

    [Theory]
    [InlineData("user='6666' and pass='Canary7x' and x", "user='6666' and pass='***' and x")]
    [InlineData("it is Canary7x.", "it is Canary7x.")]
    [InlineData("(Canary7x)", "(***)")]
    [InlineData("Canary7xy xCanary7x", "Canary7xy xCanary7x")]
    public void Only_the_exact_value_between_delimiters_is_searched_for(string text, string expected)
    {
        // A quoted value after a name is masked as a whole, including its quotes.
        string masked = new Redactor(() => ["Canary7x"]).MaskText(text);

        Assert.Equal(expected.Replace("'***'", "***", StringComparison.Ordinal), masked);
    }

    private static DialerResponse Read(string body, string password)
        => ResponseReader.Read(ApiCatalog.Get(DialerApi.NonAgent, "add_lead"), 200, body, new Redactor(() => [password]));
}
