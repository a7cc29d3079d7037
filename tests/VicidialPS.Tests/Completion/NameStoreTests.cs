using System.Diagnostics;
using System.Security;
using Vicidial.Client;
using Vicidial.Client.Operations;
using Vicidial.Client.Transport;
using Vicidial.Simulator;
using Vicidial.Simulator.Faults;
using VicidialPS.Connections;
using Xunit;

namespace VicidialPS.Tests.Completion;

/// <summary>How long names are cached, and when a dialer is queried for them.</summary>
public sealed class NameStoreTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SteppedTime _time = new();
    private readonly DialerSimulator _dialer = DialerSimulator.Start();
    private readonly NameStore _names = new();
    private readonly VicidialConnection _connection;

    public NameStoreTests() => _connection = Connect(_dialer.Password);

    public void Dispose()
    {
        _connection.Dispose();
        _dialer.Dispose();
    }

    [Fact]
    public async Task A_list_is_requested_once_in_half_a_minute()
    {
        await CheckLoginAsync();
        Assert.Contains("TESTCAMP", Campaigns());
        _time.Step(TimeSpan.FromSeconds(29));
        Assert.Contains("TESTCAMP", Campaigns());
        Assert.Equal(1, Questions());
        _time.Step(TimeSpan.FromSeconds(2));
        Assert.Contains("TESTCAMP", Campaigns());
        Assert.Equal(2, Questions());
    }

    [Fact]
    public async Task A_failed_dialer_gets_no_requests_for_a_moment_and_its_last_names_are_used()
    {
        await CheckLoginAsync();
        Assert.Contains("TESTCAMP", Campaigns());
        _time.Step(TimeSpan.FromMinutes(1));
        _dialer.Faults.Add(new Fault { Kind = FaultKind.HtmlPage, Function = "campaigns_list" });
        Assert.Contains("TESTCAMP", Campaigns());
        int asked = Questions();
        Assert.Contains("TESTCAMP", Campaigns());
        Assert.Equal(asked, Questions());
        _dialer.Faults.Clear();
        _time.Step(TimeSpan.FromSeconds(6));
        Assert.Contains("TESTCAMP", Campaigns());
        Assert.Equal(asked + 1, Questions());
    }

    [Fact]
    public async Task A_dialer_that_is_down_for_one_list_gets_no_requests_for_other_lists()
    {
        await CheckLoginAsync();
        _dialer.Faults.Add(new Fault { Kind = FaultKind.DropBeforeWork });
        Assert.Empty(Campaigns());
        int asked = _dialer.GetRequests().Count;
        Assert.Empty(InGroups());
        Assert.Equal(asked, _dialer.GetRequests().Count);
        _dialer.Faults.Clear();
        _time.Step(TimeSpan.FromSeconds(6));
        Assert.NotEmpty(InGroups());
    }

    [Fact]
    public async Task A_request_that_hangs_causes_the_full_wait_only_once()
    {
        await CheckLoginAsync();
        _dialer.Faults.Add(new Fault { Kind = FaultKind.Stall, Delay = TimeSpan.FromMinutes(1) });
        Assert.Empty(_names.Get([_connection], [(NameList.Campaigns, string.Empty)], [], TimeSpan.Zero));
        var watch = Stopwatch.StartNew();
        Assert.Empty(Campaigns());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void An_unchecked_login_is_not_tried()
    {
        Assert.Empty(Campaigns());
        Assert.Equal(0, Questions());
    }

    [Fact]
    public async Task The_state_of_a_connection_ends_with_it()
    {
        await CheckLoginAsync();
        Assert.NotEmpty(Campaigns());
        _names.Forget(_connection);
        Assert.NotEmpty(Campaigns());
        Assert.Equal(2, Questions());
    }

    private Task CheckLoginAsync() =>
        LoginCheck.RunAsync(_connection.Client, Vicidial.Client.Functions.DialerApi.NonAgent, null, TestContext.Current.CancellationToken);

    private string[] Campaigns() =>
        _names.Get([_connection], [(NameList.Campaigns, string.Empty)], [], Patience).Select(name => name.Value).ToArray();

    private string[] InGroups() => _names.Get([_connection], [(NameList.InGroups, string.Empty)], [], Patience).Select(name => name.Value).ToArray();

    private int Questions() => _dialer.GetRequests().Count(request => request.Function == "campaigns_list");

    private VicidialConnection Connect(string password)
    {
        using var secret = new SecureString();
        foreach (char c in password)
        {
            secret.AppendChar(c);
        }

        var client = new DialerClient(
            new DialerOptions(_dialer.Uri)
            {
                Name = "test",
                NoProxy = true,
                MaximumRetryCount = 0,
            },
            new DialerCredential(_dialer.User, secret),
            _time
        );
        return new VicidialConnection(client, _dialer.Uri, null, "test", TimeSpan.FromSeconds(30), 0);
    }
}
