using Vicidial.Client.Errors;
using Vicidial.Client.Files;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Recordings;

/// <summary>
/// A partial file, with a temporary name and a note about its source next to it, so that bytes of another file are never appended to it.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private readonly string _path;
    private readonly Uri _address;
    private FileStream? _stream;

    private PartFile(string target, Uri address)
    {
        Target = target;
        _path = target + ".part";
        _address = address;
    }

    /// <summary>The file that it becomes.</summary>
    public string Target { get; }

    /// <summary>How many bytes the file has.</summary>
    public long Length { get; private set; }

    /// <summary>The validator with which the server distinguishes versions of the file, or null.</summary>
    public string? Validator { get; private set; }

    /// <summary>The size of the whole file, or null.</summary>
    public long? Total { get; private set; }

    private string NotePath => _path + "-of";

    /// <summary>Checks what an earlier run has left of a file.</summary>
    /// <exception cref="DialerException">It cannot be read.</exception>
    public static PartFile Find(string target, Uri address)
    {
        var part = new PartFile(target, address);
        part.Try(part.ReadNote);
        return part;
    }

    /// <summary>Starts to append to the file.</summary>
    public void Resume() => Try(() =>
    {
        _stream = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.None, 1, useAsync: true);
        if (FileLink.IsAt(_path) || _stream.Position != Length)
        {
            throw new IOException("Another program changed its partial file during the download.");
        }
    });

    /// <summary>Begins to write from the start.</summary>
    /// <param name="validator">The validator with which the server identifies this version of the file, or null.</param>
    /// <param name="total">The size of the whole file, or null.</param>
    public void Begin(string? validator, long? total) => Try(() =>
    {
        Length = 0;
        Validator = validator;
        Total = total;
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        _stream = CreateNew(_path);
        using var note = new StreamWriter(CreateNew(NotePath));
        note.WriteLine(_address.AbsoluteUri);
        note.WriteLine(validator);
        note.WriteLine(total?.ToString(CultureInfo.InvariantCulture));
    });

    /// <summary>Deletes the partial file. The transfer will not be resumed.</summary>
    public void Discard()
    {
        Length = 0;
        Dispose();
    }

    /// <summary>Adds bytes.</summary>
    public void Write(byte[] buffer, int count)
    {
        Try(() => _stream!.Write(buffer, 0, count));
        Length += count;
    }

    /// <summary>Gives the file its name.</summary>
    public void Finish(bool overwrite)
    {
        Try(() =>
        {
            _stream!.Flush(flushToDisk: true);
            _stream.Dispose();
            _stream = null;
            if (overwrite && File.Exists(Target))
            {
                File.Delete(Target);
            }

            // Fails if another process has created the file in the meantime. That file is not overwritten.
            File.Move(_path, Target);
            File.Delete(NotePath);
        });
    }

    public void Dispose()
    {
        bool isNew = _stream is not null && Length == 0;
        _stream?.Dispose();
        _stream = null;
        if (isNew)
        {
            Try(() =>
            {
                File.Delete(_path);
                File.Delete(NotePath);
            });
        }
    }

    /// <summary>Creates a file in place of anything with that name. If it is a link, its target does not change.</summary>
    private static FileStream CreateNew(string path)
    {
        File.Delete(path);
        return OwnerOnlyFile.Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
    }

    private void ReadNote()
    {
        if (!File.Exists(_path) || !File.Exists(NotePath) || FileLink.IsAt(_path) || FileLink.IsAt(NotePath))
        {
            return;
        }

        string[] note = File.ReadAllLines(NotePath);
        if (note.Length != 3 || note[0] != _address.AbsoluteUri)
        {
            return;
        }

        Validator = note[1].Length == 0 ? null : note[1];
        Total = long.TryParse(note[2], NumberStyles.None, CultureInfo.InvariantCulture, out long total) ? total : null;

        // Without a validator, the file is fetched from the start, because a different file can have the same length.
        Length = Validator is null ? 0 : new FileInfo(_path).Length;
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DialerException("RecordingNotWritable", DialerErrorKind.Storage, $"Cannot write the file {Target}: {failure.Message}");
        }
    }
}
