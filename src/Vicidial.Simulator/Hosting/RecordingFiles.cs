using System.Text;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Hosting;

/// <summary>
/// The files of recordings on the dialer's web server: silence with the length of the recording. They are created when they are requested.
/// </summary>
internal static class RecordingFiles
{
    /// <summary>The folder of the web server.</summary>
    public const string Folder = "/RECORDINGS/MP3/";

    /// <summary>The name of requests for files, in faults and in the log of requests.</summary>
    public const string Function = "RECORDINGS";

    private const int FrameSize = 104;
    private const int BeginOfAncillary = 21;
    private const double FramesPerSecond = 44100 / 1152.0;
    private const string ContentType = "audio/mpeg";

    // MPEG-1 layer III, 32 kbit/s, 44.1 kHz, mono.
    private static readonly byte[] FrameHead = [0xFF, 0xFB, 0x10, 0xC4];

    public static SimulatorResponse Answer(CallCenter world, SimulatorRequest request)
    {
        CallRecording? recording = Find(world, request.Path);
        if (recording is null)
        {
            return SimulatorResponse.NotFound();
        }

        byte[] file = Make(recording);
        string tag = FormattableString.Invariant($"\"{recording.Id:x}-{file.Length:x}\"");
        var headers = new List<KeyValuePair<string, string>>
        {
            new("Accept-Ranges", "bytes"),
            new("ETag", tag),
            new(
                "Last-Modified",
                new DateTimeOffset(recording.StartedAt.AddSeconds(recording.Length), world.Clock.Offset)
                    .ToUniversalTime()
                    .ToString("R", CultureInfo.InvariantCulture)
            ),
        };
        if (!TryReadRange(request.Header("Range"), out long from, out long? to) || (request.Header("If-Range") is { } known && known != tag))
        {
            return new SimulatorResponse(200, ContentType, file, headers);
        }

        if (from >= file.Length)
        {
            headers.Add(new("Content-Range", FormattableString.Invariant($"bytes */{file.Length}")));
            return new SimulatorResponse(416, ContentType, [], headers);
        }

        long last = Math.Min(to ?? long.MaxValue, file.Length - 1);
        headers.Add(new("Content-Range", FormattableString.Invariant($"bytes {from}-{last}/{file.Length}")));
        var part = new byte[last - from + 1];
        Buffer.BlockCopy(file, (int)from, part, 0, part.Length);
        return new SimulatorResponse(206, ContentType, part, headers);
    }

    private static CallRecording? Find(CallCenter world, string path)
    {
        foreach (CallRecording recording in world.Recordings)
        {
            if (recording.Location.EndsWith(path, StringComparison.Ordinal))
            {
                return recording;
            }
        }

        return null;
    }

    private static byte[] Make(CallRecording recording)
    {
        int frames = Math.Max(1, (int)(recording.Length * FramesPerSecond));
        var file = new byte[frames * FrameSize];
        for (int frame = 0; frame < frames; frame++)
        {
            int at = frame * FrameSize;
            FrameHead.CopyTo(file, at);

            // Players ignore these bytes. They differ between recordings and positions, so a file that was assembled wrongly can be detected.
            string mark = FormattableString.Invariant($"{recording.Id} {frame}");
            Encoding.ASCII.GetBytes(mark, 0, mark.Length, file, at + BeginOfAncillary);
        }

        return file;
    }

    private static bool TryReadRange(string? range, out long from, out long? to)
    {
        from = 0;
        to = null;
        const string Unit = "bytes=";
        if (range is null || !range.StartsWith(Unit, StringComparison.Ordinal))
        {
            return false;
        }

        string[] ends = range.Substring(Unit.Length).Split('-');
        if (ends.Length != 2 || !long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out from))
        {
            return false;
        }

        if (long.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out long end))
        {
            to = end;
        }

        return true;
    }
}
