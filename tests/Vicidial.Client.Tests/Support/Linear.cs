using System;
using System.Threading;
using Xunit;

namespace Vicidial.Client.Tests.Support;

/// <summary>
/// Runs work whose time must not grow faster than its input. The guard is far above what linear work takes on a slow machine, and far
/// below what quadratic work takes for the inputs of these tests, which is minutes to hours.
/// </summary>
internal static class Linear
{
    /// <summary>A million characters.</summary>
    public const int Length = 1_000_000;

    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(4);

    public static void Run(Action work)
    {
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
        Assert.True(thread.Join(Guard), "The work does not end: it grows faster than its input.");
        if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>A text repeated to a million characters.</summary>
    public static string Repeat(string part)
        => string.Create(Length / part.Length * part.Length, part, static (text, one) =>
        {
            for (int at = 0; at < text.Length; at += one.Length)
            {
                one.CopyTo(text[at..]);
            }
        });
}
