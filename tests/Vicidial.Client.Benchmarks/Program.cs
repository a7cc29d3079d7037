using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Vicidial.Client.Benchmarks;

/// <summary>
/// Runs the benchmarks that the arguments name: <c>--filter *</c> runs all. <c>receiver-memory</c> shows the memory of a receiver of events.
/// </summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        if (arguments is ["receiver-memory"])
        {
            await ReceiverMemory.RunAsync();
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, DefaultConfig.Instance.WithOptions(ConfigOptions.JoinSummary));
    }
}
