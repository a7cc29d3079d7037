using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Records;

/// <summary>What recorded replies to changes tell, as records.</summary>
public sealed class ChangeReaderTests
{
    [Fact]
    public void Values_behind_a_hyphen_are_not_mixed_with_those_before_it()
    {
        LeadChange removed = Read<LeadChange>("update_lead", "SUCCESS: update_lead LEAD HAS BEEN DELETED 1|2 - 6666|1030|1|3|3|\n");
        Assert.Equal(1030, removed.LeadId);
        Assert.Equal(1, removed.AffectedLeads);
        Assert.Equal("update_lead LEAD HAS BEEN DELETED", removed.Message);
    }

    [Fact]
    public void The_leads_that_went_with_a_list_are_counted_not_the_list()
    {
        ListChange removed = Read<ListChange>("update_list", "NOTICE: update_list NO UPDATES DEFINED: |6666|\nNOTICE: update_list LIST HAS BEEN DELETED - 6666|105|1\nNOTICE: update_list LEADS IN LIST HAVE BEEN DELETED - 6666|105|695\n");
        Assert.Equal(105, removed.ListId);
        Assert.Equal(695, removed.AffectedLeads);
        Assert.Equal("update_list LIST HAS BEEN DELETED", removed.Message);
    }

    [Fact]
    public void A_change_of_what_is_not_there_is_a_failure()
    {
        DialerException failure = Assert.Throws<DialerException>(() => Read<LeadChange>("update_lead", "ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|99999||\n"));
        Assert.Equal(DialerErrorKind.NotFound, failure.Kind);
        Assert.Equal("Vicidial.NoMatch", failure.ErrorId);
    }

    [Fact]
    public void What_the_reply_does_not_repeat_is_what_was_asked()
    {
        ApiCall call = new ApiCall(ApiCatalog.Get(DialerApi.NonAgent, "update_list")).Add("list_id", "101").Add("list_name", "Night shift");
        ListChange changed = ChangeReader.Read<ListChange>("main", call, Reply("update_list", "SUCCESS: update_list LIST HAS BEEN UPDATED - 6666|101\n"));
        Assert.Equal("Night shift", changed.ListName);
        Assert.Equal("main", changed.ConnectionName);
        Assert.Null(changed.AffectedLeads);
    }

    private static T Read<T>(string function, string body)
        where T : ChangeRecord, new()
        => ChangeReader.Read<T>("main", new ApiCall(ApiCatalog.Get(DialerApi.NonAgent, function)), Reply(function, body));

    private static DialerReply Reply(string function, string body)
        => ReplyReader.Read(ApiCatalog.Get(DialerApi.NonAgent, function), 200, body, new Redactor(() => [string.Empty]));
}
