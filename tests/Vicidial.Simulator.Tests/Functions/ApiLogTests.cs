using System.Collections;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

public sealed class ApiLogTests
{
    private const string AgentPath = "/agc/api.php";
    private const string NonAgentPath = "/vicidial/non_agent_api.php";
    private const string PasswordLast = "&source=test&user=6666&pass=87654321";

    [Theory]
    [InlineData("2.10-69", "")]
    [InlineData("2.14-107", "87654321")]
    [InlineData("2.14-194", "87654321")]
    [InlineData("2.14-202", "87654321")]
    public void A_password_that_is_sent_last_is_in_the_log(string release, string value)
    {
        Caller caller = On(release);

        caller.Send(NonAgentPath, string.Empty, "function=agent_status&agent_user=1001" + PasswordLast);

        Assert.Equal(("6666", "agent_status", "1001", value), Entry(caller));
    }

    [Fact]
    public void A_value_that_is_sent_is_used_instead_of_the_last_field()
    {
        Caller caller = On("2.14-202");

        caller.Send(AgentPath, string.Empty, "function=external_pause&agent_user=1001&value=PAUSE" + PasswordLast);

        Assert.Equal(("6666", "external_pause", "1001", "PAUSE"), Entry(caller));
        Assert.Equal("SUCCESS", caller.World.ApiLog.Single().Result);
    }

    [Fact]
    public void The_digits_of_a_password_that_is_sent_last_are_dialed()
    {
        Caller caller = On("2.14-202");

        caller.Send(AgentPath, string.Empty, "function=external_dial&agent_user=1003&phone_code=1&search=NO&preview=NO&focus=NO" + PasswordLast);

        Assert.StartsWith("87654321!1!", caller.World.Floor.Find("1003")!.Screen.Waiting("external_dial"), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_repeat_a_password_that_is_sent_last() => Assert.Equal(
        "ERROR: 9999 DOES NOT EXIST in vicidial_users - 87654321|9999\n",
        On("2.14-202").Send(
            AgentPath, string.Empty, "function=send_notification&recipient=9999&recipient_type=USER&notification_text=x" + PasswordLast));

    [Fact]
    public void The_last_field_of_a_URL_is_not_the_value() =>
        Assert.Equal(string.Empty, ValueOf("function=agent_status&agent_user=1001" + PasswordLast));

    [Theory]
    [InlineData("function=update_lead&lead_id=1001&first_name=D'Arcy")]
    [InlineData("function=update_lead&lead_id=1001&city=x%5C")]
    public void An_apostrophe_or_a_last_backslash_in_a_form_leaves_no_row(string request)
    {
        Caller caller = On("2.14-202");

        caller.Send(NonAgentPath, string.Empty, request + PasswordLast);
        caller.Send(NonAgentPath, request + PasswordLast);

        Assert.Equal("update_lead", Assert.Single(caller.World.ApiLog).Function);
    }

    [Fact]
    public void A_field_name_in_the_account_the_password_or_the_source_empties_that_field()
    {
        Caller caller = On("2.14-202");
        caller.World.Update(world => world.Leads.Find(1021)!.Rank = 5);
        caller.World.Users["frank"] = new DialerUser("frank", "87654321", 9);

        caller.Send(AgentPath, string.Empty, "source=citytitle&user=frank&pass=87654321&function=update_fields&agent_user=1001&comments=x");

        Assert.Equal((0, string.Empty), (caller.World.Leads.Find(1021)!.Rank, caller.World.Leads.Find(1021)!.City));
    }

    private static string ValueOf(string query)
    {
        Caller caller = On("2.14-202");
        caller.Send(NonAgentPath, query);
        return caller.World.ApiLog.Single().Value;
    }

    private static (string User, string Function, string AgentUser, string Value) Entry(Caller caller)
    {
        ApiLogEntry entry = caller.World.ApiLog.Single();
        return (entry.User, entry.Function, entry.AgentUser, entry.Value);
    }

    private static Caller On(string release)
    {
        var caller = new Caller(new Hashtable { ["Generation"] = release });
        caller.World.Users["6666"].Password = "87654321";
        return caller;
    }
}
