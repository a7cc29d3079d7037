using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Operations;

/// <summary>Only an existing entry is changed or removed.</summary>
public class ExistingEntryTests
{
    private const string Presets =
        "preset_name\tcampaign_id\tpreset_number\tpreset_hide_number\tpreset_dtmf\nSALES\tTESTCAMP\t3125551213\tN\t1234\n";

    private const string Urls =
        "url_id\tcampaign_id\tentry_type\tactive\turl_type\turl_rank\turl_statuses\turl_description\turl_lists\turl_call_length\turl_address\n"
            + "2\tALTTEST\tcampaign\tY\tdispo\t1\t---ALL---\tAll calls\t\t0\thttps://crm.example/q\n";

    [Theory]
    [InlineData("SALES", null)]
    [InlineData("SUPPORT", "Vicidial.EntryNotFound")]
    public async Task A_preset_is_found_by_its_name(string name, string? errorId)
    {
        ApiRequest change = Request("update_presets").Add("campaign_id", "TESTCAMP").Add("preset_name", name).Add("action", "UPDATE");
        using var handler = new StubHandler(StubHandler.Response(Presets));
        using DialerClient client = Dial.Client(handler);

        Exception? failure = await Record.ExceptionAsync(() =>
            ExistingEntry.RequirePresetAsync(client, change, "Change", null, TestContext.Current.CancellationToken)
        );

        Assert.Equal(errorId, (failure as DialerException)?.ErrorId);
        Assert.Contains("action=LIST", Assert.Single(handler.Bodies), StringComparison.Ordinal);
        Assert.DoesNotContain("preset_name", handler.Bodies[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", null)]
    [InlineData("1", "Vicidial.EntryNotFound")]
    public async Task A_URL_is_found_by_its_number(string id, string? errorId)
    {
        ApiRequest change = Request("update_alt_url").Add("campaign_id", "ALTTEST").Add("entry_type", "campaign").Add("url_type", "dispo")
            .Add("alt_url_id", id);
        using var handler = new StubHandler(StubHandler.Response(Urls));
        using DialerClient client = Dial.Client(handler);

        Exception? failure = await Record.ExceptionAsync(() =>
            ExistingEntry.RequireAlternateUrlAsync(client, change, "Change", null, TestContext.Current.CancellationToken)
        );

        Assert.Equal(errorId, (failure as DialerException)?.ErrorId);
        foreach (string field in new[] { "alt_url_id=LIST", "campaign_id=ALTTEST", "entry_type=campaign", "url_type=dispo" })
        {
            Assert.Contains(field, Assert.Single(handler.Bodies), StringComparison.Ordinal);
        }
    }

    private static ApiRequest Request(string function) => new(ApiCatalog.Get(DialerApi.NonAgent, function));
}
