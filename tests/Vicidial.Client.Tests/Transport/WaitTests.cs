using Vicidial.Client.Tests.Support;
using Vicidial.Client.Timing;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

public sealed class WaitTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly FakeTime _time = new();
    private readonly StubHandler _handler = new(StubHandler.Response(Dial.Nobody));
    private readonly DialerClient _client;

    public WaitTests() => _client = Dial.Client(_handler, _time);

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    [Fact]
    public async Task A_condition_that_is_already_true_is_checked_once_without_a_wait()
    {
        int asked = 0;

        Assert.True(await _client.Time.WaitUntilAsync(_ => Task.FromResult(++asked == 1), Interval, Limit, TestContext.Current.CancellationToken));

        Assert.Equal(1, asked);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_condition_is_checked_at_intervals_until_it_is_true()
    {
        int asked = 0;

        Assert.True(await _client.Time.WaitUntilAsync(_ => Task.FromResult(++asked == 3), Interval, Limit, TestContext.Current.CancellationToken));

        Assert.Equal([Interval, Interval], _time.Waits);
    }

    [Fact]
    public async Task A_check_that_takes_longer_than_the_limit_is_canceled()
    {
        var asked = new TaskCompletionSource();
        Task<bool> waiting = _client.Time.WaitUntilAsync(AskForeverAsync, Interval, Limit, TestContext.Current.CancellationToken);
        await asked.Task;

        _time.Expire();

        Assert.False(await waiting);

        async Task<bool> AskForeverAsync(CancellationToken token)
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return true;
        }
    }

    [Fact]
    public async Task A_wait_between_two_checks_ends_at_the_limit()
    {
        _time.WaitsLast = true;
        var begun = new TaskCompletionSource();
        _time.OnWait = begun.SetResult;
        Task<bool> waiting = _client.Time.WaitUntilAsync(_ => Task.FromResult(false), Interval, Limit, TestContext.Current.CancellationToken);
        await begun.Task;

        _time.Expire();

        Assert.False(await waiting);
    }

    [Fact]
    public async Task A_canceled_wait_is_not_reported_as_a_timeout()
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _client.Time.WaitUntilAsync(token => Task.FromCanceled<bool>(token), Interval, Limit, caller.Token)
        );
    }
}
