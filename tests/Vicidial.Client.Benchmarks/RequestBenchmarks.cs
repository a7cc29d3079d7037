using System.Security;
using BenchmarkDotNet.Attributes;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Transport;

namespace Vicidial.Client.Benchmarks;

/// <summary>
/// One new lead: the request, its encoding, and the reading of the response. The baseline is a bare post of the same body.
/// </summary>
[MemoryDiagnoser]
public class RequestBenchmarks : IDisposable
{
    private const string Body =
        "function=add_lead&source=VicidialPS&user=6666&list_id=101&phone_number=7275551111&first_name=Anna&last_name=Berg&city=Tampa&state=FL"
        + "&postal_code=33601&email=anna%40example.com&vendor_lead_code=V1&comments=none&pass=1234";

    private const string Added = "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551111|101|10001|-5|6666\n";
    private static readonly Uri Address = new("http://dialer.invalid/vicidial/non_agent_api.php");
    private readonly HttpClient _bare = new(new FixedResponse(Added));
    private readonly DialerClient _client;

    /// <summary>Connects to a dialer that adds every lead.</summary>
    public RequestBenchmarks()
    {
        using var password = new SecureString();
        foreach (char character in "1234")
        {
            password.AppendChar(character);
        }

        _client = new DialerClient(
            new DialerOptions(new Uri("http://dialer.invalid")) { Name = "bench", NoProxy = true },
            new DialerCredential("6666", password),
            null,
            new FixedResponse(Added)
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _bare.Dispose();
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A post with HttpClient alone.</summary>
    [Benchmark(Baseline = true)]
    public async Task<string> BarePost()
    {
        using var content = new StringContent(Body, null, "application/x-www-form-urlencoded");
        using HttpResponseMessage response = await _bare.PostAsync(Address, content);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>The same request by the client.</summary>
    [Benchmark]
    public Task<DialerResponse> AddLead() => _client.InvokeAsync(Request(), null, CancellationToken.None);

    private static ApiRequest Request() =>
        new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "add_lead"))
            .Add("list_id", "101")
            .Add("phone_number", "7275551111")
            .Add("first_name", "Anna")
            .Add("last_name", "Berg")
            .Add("city", "Tampa")
            .Add("state", "FL")
            .Add("postal_code", "33601")
            .Add("email", "anna@example.com")
            .Add("vendor_lead_code", "V1")
            .Add("comments", "none");
}
