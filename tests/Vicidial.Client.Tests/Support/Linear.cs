using System.Diagnostics;
using Xunit;

namespace Vicidial.Client.Tests.Support;

/// <summary>
/// Runs work whose duration must not grow faster than its input. The limit is far above the duration of linear work on a slow machine, and far below
/// that of quadratic work for the inputs of these tests, which is minutes to hours.
/// </summary>
internal static class Linear
{
    /// <summary>A million characters.</summary>
    public const int Length = 1_000_000;

    private const double LeastShare = 0.25;

    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(4);

    /// <summary>
    /// Runs work whose input has this many characters. The guard shrinks with the square of the length, so that it finds the same quadratic
    /// work, but stays long enough for a machine that is busy.
    /// </summary>
    public static void Run(Action work, int length = Length)
    {
        double share = Math.Max(Math.Pow((double)length / Length, 2), LeastShare);
        TimeSpan guard = TimeSpan.FromTicks((long)(Guard.Ticks * share));
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception problem)
            {
                failure = problem;
            }
        })
        { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(guard), "The work does not end: it grows faster than its input.");
        if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>
    /// Runs work with a part repeated to 2,500 and to 10,000 characters. For the second, linear work takes four times as long, quadratic work sixteen
    /// times. The limit is eight times. The fastest runs are compared, because other work on the machine slows only some of them.
    /// </summary>
    public static void Compare(string part, Action<string> work, int tries = 40)
    {
        TimeSpan slack = TimeSpan.FromMilliseconds(10);
        string few = Repeat(part, 2_500);
        string many = Repeat(part, 10_000);
        Run(
            () =>
            {
                work(Repeat(part, 1_000));
                TimeSpan limit = TimeSpan.MaxValue;
                TimeSpan taken = TimeSpan.MaxValue;
                for (int one = 0; one < tries && taken >= limit; one++)
                {
                    limit = Least(limit, (Enumerable.Range(0, 8).Min(_ => Time(few)) * 8) + slack);
                    taken = Least(taken, Time(many));
                }

                Assert.True(taken < limit, $"10,000 characters take {taken.TotalMilliseconds:F1} ms, and may take {limit.TotalMilliseconds:F1} ms.");
            },
            many.Length);

        static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

        TimeSpan Time(string text)
        {
            var watch = Stopwatch.StartNew();
            work(text);
            return watch.Elapsed;
        }
    }

    /// <summary>A text repeated to a number of characters.</summary>
    public static string Repeat(string part, int length = Length)
        => string.Create(length / part.Length * part.Length, part, static (text, one) =>
        {
            for (int at = 0; at < text.Length; at += one.Length)
            {
                one.CopyTo(text[at..]);
            }
        });
}
