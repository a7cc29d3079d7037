using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Records;

/// <summary>Recorded responses to changes, read as records.</summary>
public sealed class ChangeReaderTests
{
    [Fact]
    public void Values_after_a_hyphen_are_not_mixed_with_those_before_it()
    {
        LeadChange removed = Read<LeadChange>("update_lead", "SUCCESS: update_lead LEAD HAS BEEN DELETED 1|2 - 6666|1030|1|3|3|\n");
        Assert.Equal(1030, removed.LeadId);
        Assert.Equal(1, removed.AffectedLeads);
        Assert.Equal("update_lead LEAD HAS BEEN DELETED", removed.Message);
    }

    [Fact]
    public void The_leads_that_were_removed_with_a_list_are_counted_but_not_the_list()
    {
        ListChange removed = Read<ListChange>(
            "update_list",
            "NOTICE: update_list NO UPDATES DEFINED: |6666|\nNOTICE: update_list LIST HAS BEEN DELETED - 6666|105|1\nNOTICE: update_list LEADS IN "
                + "LIST HAVE BEEN DELETED - 6666|105|695\n"
        );
        Assert.Equal(105, removed.ListId);
        Assert.Equal(695, removed.AffectedLeads);
        Assert.Equal("update_list LIST HAS BEEN DELETED", removed.Message);
    }

    [Fact]
    public void A_change_to_a_missing_object_is_a_failure()
    {
        DialerException failure = Assert.Throws<DialerException>(() =>
            Read<LeadChange>("update_lead", "ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|99999||\n")
        );
        Assert.Equal(DialerErrorKind.NotFound, failure.Kind);
        Assert.Equal("Vicidial.NoMatch", failure.ErrorId);
    }

    [Fact]
    public void Values_that_the_response_does_not_repeat_are_those_of_the_request()
    {
        ApiRequest request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "update_list")).Add("list_id", "101").Add("list_name", "Night shift");
        ListChange changed = ChangeReader.Read<ListChange>(
            "main",
            request,
            Response("update_list", "SUCCESS: update_list LIST HAS BEEN UPDATED - 6666|101\n")
        );
        Assert.Equal("Night shift", changed.ListName);
        Assert.Equal("main", changed.ConnectionName);
        Assert.Null(changed.AffectedLeads);
    }

    [Fact]
    public void Each_of_several_leads_gets_the_lines_that_name_it_and_those_after_them()
    {
        DialerResponse response = Response("update_lead", """
            NOTICE: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|99||7275551014
            SUCCESS: update_lead LEAD HAS BEEN UPDATED - 6666|1014|1|||
            NOTICE: update_lead CUSTOM FIELDS VALUES UPDATED - 7275551014|1014|102|102|102|1
            SUCCESS: update_lead LEAD HAS BEEN UPDATED - 6666|1015|1|||
            NOTICE: update_lead SOMETHING NEW
            NOTICE: update_lead CUSTOM FIELDS NOT ADDED, NO CUSTOM FIELDS DEFINED FOR THIS LIST - 7275551014|1016|101
            NOTICE: update_lead ADDED TO HOPPER - 7275551014|1014|101|6666

            """);

        IReadOnlyList<IReadOnlyList<ResponseLine>> leads = ChangeReader.Split(response, "lead_id");

        Assert.Equal([4, 2, 1], leads.Select(lines => lines.Count));
        var request = new ApiRequest(response.Function);
        LeadChange first = ChangeReader.ReadLines<LeadChange>("main", request, response, leads[0]);
        Assert.Equal(1014, first.LeadId);
        Assert.Equal(101, first.HopperId);
        Assert.Equal(3, first.Notices.Count);
        Assert.Equal(1015, ChangeReader.ReadLines<LeadChange>("main", request, response, leads[1]).LeadId);
        Assert.Single(ChangeReader.ReadLines<LeadChange>("main", request, response, leads[2]).Refusals);
    }

    private static T Read<T>(string function, string body)
        where T : ChangeRecord, new()
        => ChangeReader.Read<T>("main", new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, function)), Response(function, body));

    private static DialerResponse Response(string function, string body)
        => ResponseReader.Read(ApiCatalog.Get(DialerApi.NonAgent, function), 200, body, new Redactor(() => [string.Empty]));
}
