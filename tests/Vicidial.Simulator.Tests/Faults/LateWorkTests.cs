using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Faults;

/// <summary>Two requests for one thing that overlap: the earlier is done last.</summary>
public sealed class LateWorkTests : IDisposable
{
    private readonly DialerSimulator _simulator = DialerSimulator.Start();

    public void Dispose() => _simulator.Dispose();

    [Fact]
    public async Task The_earlier_request_is_done_last_so_its_value_stays()
    {
        await RaceAsync("update_list&list_id=101&list_name=the first", "update_list&list_id=101&list_name=the second");

        Assert.Equal("the first", _simulator.World.Lists[101].Name);
    }

    [Fact]
    public async Task A_dial_status_of_an_overtaken_request_is_lost()
    {
        await RaceAsync("update_campaign&campaign_id=TESTCAMP&dial_status_add=AA", "update_campaign&campaign_id=TESTCAMP&dial_status_add=BB");

        string statuses = _simulator.World.Campaigns.Single(campaign => campaign.Id == "TESTCAMP").DialStatuses;
        Assert.Equal((true, false), (statuses.Contains("AA", StringComparison.Ordinal), statuses.Contains("BB", StringComparison.Ordinal)));
    }

    private async Task RaceAsync(string first, string second)
    {
        using var early = new RawClient(_simulator.Port);
        using var late = new RawClient(_simulator.Port);
        _simulator.Faults.Add(new Fault { Kind = FaultKind.LateWork, Count = 1, Delay = TimeSpan.FromMinutes(1) });
        await early.SendAsync(RawClient.Post(Caller.Login + first));
        while (_simulator.Faults.Current.Count > 0)
        {
            await Task.Delay(5);
        }

        await late.SendAsync(RawClient.Post(Caller.Login + second));
        Assert.StartsWith("SUCCESS: ", (await late.ReadResponseAsync()).Body, StringComparison.Ordinal);
        Assert.StartsWith("SUCCESS: ", (await early.ReadResponseAsync()).Body, StringComparison.Ordinal);
    }
}
