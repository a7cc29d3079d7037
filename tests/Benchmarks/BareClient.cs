using System.Text;

namespace Benchmarks;

/// <summary>The minimal client: one pooled HttpClient with a fixed number of posts in flight. Responses are read and dropped.</summary>
public static class BareClient
{
    private static readonly HttpClient Client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });

    /// <summary>Posts the same form again and again.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="form">The encoded form.</param>
    /// <param name="inFlight">How many requests are in flight at a time.</param>
    /// <param name="count">How many in all.</param>
    /// <returns>The seconds it took.</returns>
    public static double Post(Uri uri, string form, int inFlight, int count)
    {
        byte[] body = Encoding.UTF8.GetBytes(form);
        int left = count;
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        IEnumerable<Task> workers = Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new("application/x-www-form-urlencoded");
                using HttpResponseMessage response = await Client.PostAsync(uri, content);
                await response.Content.ReadAsStringAsync();
            }
        }));
        Task.WaitAll(workers.ToArray());
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
