using System.Security;
using BenchmarkDotNet.Attributes;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Transport;

namespace Vicidial.Client.Benchmarks;

/// <summary>A roster of 10,000 agents as typed records. The baseline only splits its lines and cells.</summary>
[MemoryDiagnoser]
public class TableBenchmarks : IDisposable
{
    private const int Rows = 10000;

    private static readonly string Roster =
        "user\tcampaign_id\tsession_id\tstatus\tlead_id\tcallerid\tcalls_today\tfull_name\tuser_group\tuser_level\n"
        + string.Concat(
            Enumerable
                .Range(1000, Rows)
                .Select(user => $"{user}\tTESTCAMP\t8600051\tINCALL\t1021\tV1201200000000001021\t3\tAlice Martin\tAGENTS2\t1\n")
        );

    private readonly DialerClient _client;

    /// <summary>Connects to a dialer with this roster.</summary>
    public TableBenchmarks()
    {
        using var password = new SecureString();
        password.AppendChar('1');
        _client = new DialerClient(
            new DialerOptions(new Uri("http://dialer.invalid")) { Name = "bench", NoProxy = true },
            new DialerCredential("6666", password),
            null,
            new FixedResponse(Roster)
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Splits lines and cells.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public int Split() => Roster.Split('\n').Sum(static line => line.Split('\t').Length);

    /// <summary>Reads all records.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<int> Read()
    {
        var request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "logged_in_agents"));
        using RecordReader<LoggedInAgent> reader = await _client.QueryAsync<LoggedInAgent>(request, null, CancellationToken.None);
        int count = 0;
        while (await reader.ReadAsync(CancellationToken.None) is { } batch)
        {
            count += batch.Records.Count;
        }

        return count;
    }
}
