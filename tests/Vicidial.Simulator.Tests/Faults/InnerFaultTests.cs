using System.Collections;
using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Faults;

/// <summary>Faults inside the dialer: the response arrives, and reports them.</summary>
public sealed class InnerFaultTests
{
    private const string NewLead = "add_lead&list_id=107&phone_number=7275554001";

    private readonly Caller _caller = new();

    [Theory]
    [InlineData(NewLead, "ERROR: add_lead LEAD HAS NOT BEEN ADDED - 7275554001|107|INSERT INTO ")]
    [InlineData("lead_dearchive&lead_id=900002", "ERROR: lead_dearchive LEAD INSERT FAILED: 6666|900002|102\n")]
    public void A_full_table_takes_no_lead(string request, string response)
    {
        _caller.Fault = FaultKind.LeadTableFull;

        Assert.StartsWith(response, _caller.NonAgent(request), StringComparison.Ordinal);

        Assert.Empty(_caller.World.Leads.WithPhone("7275554001"));
        Assert.NotNull(_caller.World.Archive.Find(900002));
    }

    [Fact]
    public void A_full_table_takes_no_lead_of_an_agent()
    {
        _caller.Fault = FaultKind.LeadTableFull;

        Assert.Equal(
            "ERROR: lead insertion failed - 7275554001|TESTCAMP|998|1001\n",
            _caller.Agent("external_add_lead&agent_user=1001&phone_number=7275554001&phone_code=1&value=7275554001"));
    }

    [Theory]
    [InlineData(NewLead + "&add_to_hopper=Y", "NOTICE: add_lead NOT ADDED TO HOPPER - 7275554001|10001|INSERT INTO vicidial_hopper ")]
    [InlineData("update_lead&lead_id=1020&no_update=Y&add_to_hopper=Y", "NOTICE: update_lead NOT ADDED TO HOPPER - |1020|INSERT INTO ")]
    [InlineData("hopper_bulk_insert&lead_ids=1020", "NOTICE: hopper_bulk_insert NOT ADDED TO HOPPER, LEAD HOPPER INSERT ERROR - 1020\n")]
    public void A_full_hopper_is_reported(string request, string line)
    {
        int before = _caller.World.Hopper.Count;
        _caller.Fault = FaultKind.HopperFull;

        Assert.Contains(line, _caller.NonAgent(request), StringComparison.Ordinal);

        Assert.Equal(before, _caller.World.Hopper.Count);
    }

    [Fact]
    public void A_full_hopper_ends_a_request_of_current_PHP()
    {
        var caller = new Caller(new Hashtable { ["Settings"] = new Hashtable { ["StopsAtSqlErrors"] = true } }) { Fault = FaultKind.HopperFull };

        Assert.Equal(
            "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275554001|107|10001|-5|6666\n",
            caller.NonAgent(NewLead + "&add_to_hopper=Y"));
    }

    [Fact]
    public void A_password_that_cannot_be_sent_is_not_reset()
    {
        _caller.Fault = FaultKind.EmailFails;

        Assert.Equal(
            "NOTICE: update_user USER PASSWORD RESET FAILED: EMAIL FAILURE - 6666|1006|a@example.com|The mail server does not respond\n"
                + "SUCCESS: update_user USER HAS BEEN UPDATED - 6666|1006|\n",
            _caller.NonAgent("update_user&agent_user=1006&reset_password=12&email=a@example.com"));

        Assert.Equal("1234", _caller.World.FindUser("1006")!.Password);
    }
}
