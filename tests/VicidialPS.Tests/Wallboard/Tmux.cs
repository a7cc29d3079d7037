using System.Diagnostics;

namespace VicidialPS.Tests.Wallboard;

/// <summary>A real terminal emulator without a window, whose cells can be read.</summary>
internal sealed class Tmux : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tmux").FullName;

    public Tmux() => Run("-f", "/dev/null", "new-session", "-d", "-s", "board", "-x", "80", "-y", "24", "sleep 600");

    public static bool IsMissing { get; } =
        OperatingSystem.IsWindows()
        || !(Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Any(static folder => File.Exists(Path.Combine(folder, "tmux")));

    /// <summary>Shows the output of a program in a terminal of a given size.</summary>
    /// <returns>The lines of the screen, without spaces at their ends.</returns>
    public string[] Show(string text, int width, int height)
    {
        string file = Path.Combine(_folder, "frame");
        string done = Path.Combine(_folder, "done");
        File.WriteAllText(file, text);
        File.Delete(done);
        Run("resize-window", "-t", "board", "-x", Number(width), "-y", Number(height));
        Run("respawn-pane", "-k", "-t", "board", $"stty raw -echo; cat '{file}'; printf '\\033[6n'; head -c 1 >'{done}'; exec sleep 600");

        // The terminal responds to a request for the cursor position after it has drawn what came before.
        long end = Stopwatch.GetTimestamp() + (30 * Stopwatch.Frequency);
        while (!File.Exists(done) || new FileInfo(done).Length == 0)
        {
            if (Stopwatch.GetTimestamp() > end)
            {
                throw new TimeoutException("The terminal has drawn nothing.");
            }

            System.Threading.Thread.Sleep(2);
        }

        return Run("capture-pane", "-p", "-t", "board").Split('\n').Take(height).ToArray();
    }

    public void Dispose()
    {
        Run("kill-server");
        Directory.Delete(_folder, recursive: true);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("tmux") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.ArgumentList.Add("-S");
        start.ArgumentList.Add(Path.Combine(_folder, "socket"));
        start.ArgumentList.Add("-u");
        Array.ForEach(arguments, start.ArgumentList.Add);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(error);
    }
}
