using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Vicidial.Client.Benchmarks;

/// <summary>Runs the benchmarks that the arguments name: <c>--filter *</c> runs all.</summary>
internal static class Program
{
    private static void Main(string[] arguments) =>
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, DefaultConfig.Instance.WithOptions(ConfigOptions.JoinSummary));
}
