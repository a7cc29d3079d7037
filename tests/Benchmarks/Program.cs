using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarks;

/// <summary>
/// A web server that responds like a dialer after a fixed time, without any work, so that only the client is measured. Arguments: the milliseconds to
/// wait, and the number of rows of the roster. It writes its address and runs until its input ends.
/// </summary>
internal static class Program
{
    private const int RowsInPart = 10000;
    private const string Version =
        "VERSION: 2.14-202|BUILD: 250720-1841|DATE: 2026-11-20 22:22:44|EPOCH: 1795231364|DST: 0|TZ: -5.00|TZNOW: -5.00|\n";
    private const string NoFunction = "ERROR: NO FUNCTION SPECIFIED\n";
    private const string Added = "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551111|101|10001|-5|6666\n";

    private static async Task Main(string[] arguments)
    {
        int delay = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        byte[][] roster = MakeRoster(int.Parse(arguments[1], CultureInfo.InvariantCulture)).ToArray();
        byte[][] version = [Encoding.UTF8.GetBytes(Version)];
        byte[][] noFunction = [Encoding.UTF8.GetBytes(NoFunction)];
        byte[][] added = [Encoding.UTF8.GetBytes(Added)];

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.Run(async context =>
        {
            IFormCollection form = await context.Request.ReadFormAsync();
            byte[][] body = form["function"].ToString() switch
            {
                "version" => version,
                "logged_in_agents" => roster,
                "add_lead" => added,
                _ => noFunction,
            };
            if (delay > 0)
            {
                await Task.Delay(delay);
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Sum(static part => (long)part.Length);
            foreach (byte[] part in body)
            {
                await context.Response.Body.WriteAsync(part);
            }
        });
        await application.StartAsync();
        Console.WriteLine(application.Urls.Single());
        await Console.In.ReadToEndAsync();
        await application.StopAsync();
    }

    /// <summary>The rows in parts, because a million of them make a long text.</summary>
    private static IEnumerable<byte[]> MakeRoster(int rows)
    {
        var text = new StringBuilder("user\tcampaign_id\tsession_id\tstatus\tlead_id\tcallerid\tcalls_today\tfull_name\tuser_group\tuser_level\n");
        string[] states = ["READY", "INCALL", "PAUSED", "QUEUE", "CLOSER"];
        for (int i = 0; i < rows; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{100000 + i}\tCAMP{i % 20}\t{8600000 + i}\t{states[i % 5]}\t{i}\tV1201200000{i:D10}\t{i % 90}\tAgent Number "
                    + $"{i}\tGROUP{i % 7}\t{1 + (i % 4)}\n"
            );
            if (i % RowsInPart == RowsInPart - 1)
            {
                yield return Encoding.UTF8.GetBytes(text.ToString());
                text.Clear();
            }
        }

        yield return Encoding.UTF8.GetBytes(text.ToString());
    }
}
