using Vicidial.Client.Timing;

namespace VicidialPS.Tests.Completion;

/// <summary>Time that only a test moves.</summary>
internal sealed class SteppedTime : ITimeSource
{
    public DateTimeOffset UtcNow { get; private set; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public void Step(TimeSpan time) => UtcNow += time;

    public Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        Step(duration);
        return Task.CompletedTask;
    }

    public void CancelAfter(CancellationTokenSource source, TimeSpan duration)
    {
    }

    public double NextJitter() => 0;
}
