using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Vicidial.Client.Files;

/// <summary>
/// Creates files and folders that hold personal data: journals, logs, traces, recordings, and spools. If the system has file modes, only the
/// owner can read and write a new one (mode 0600). A file that exists keeps its mode. Windows gives a new file the access of its folder.
/// </summary>
public static class OwnerOnlyFile
{
    // UnixFileMode.UserRead and UserWrite. Folders also need UserExecute.
    private const int OwnerReadsAndWrites = 0x180;
    private const int OwnerOpensFolder = 0x1C0;

    // FileStreamOptions and UnixFileMode are not part of .NET Standard 2.0, but every runtime on other systems than Windows has them.
    private static readonly Type? Options = RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
        ? null
        : typeof(FileStream).Assembly.GetType("System.IO.FileStreamOptions");
    private static readonly Type? UnixMode = Options?.Assembly.GetType("System.IO.UnixFileMode");
    private static readonly MethodInfo? CreateWithMode =
        UnixMode is null ? null : typeof(Directory).GetMethod(nameof(Directory.CreateDirectory), [typeof(string), UnixMode]);
    private static readonly PropertyInfo? CreateMode = Options?.GetProperty("UnixCreateMode");
    private static readonly ConstructorInfo? WithOptions = Options is null ? null : typeof(FileStream).GetConstructor([typeof(string), Options]);

    /// <summary>Opens or creates a file. The arguments have the same meaning as in <see cref="FileStream"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">How to open the file. The mode of a new file is set when it is created, so that no other account can open it
    /// before.</param>
    /// <param name="access">Whether to read, write, or both.</param>
    /// <param name="share">What others may do with it meanwhile.</param>
    /// <param name="bufferSize">The size of the buffer in bytes; 1 for none.</param>
    /// <param name="options">Further options.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not open it.</exception>
    public static FileStream Open(
        string path,
        FileMode mode,
        FileAccess access,
        FileShare share,
        int bufferSize = 4096,
        FileOptions options = FileOptions.None
    )
    {
        if (mode is FileMode.Open or FileMode.Truncate || CreateMode is null || WithOptions is null)
        {
            return new FileStream(path, mode, access, share, bufferSize, options);
        }

        object all = Activator.CreateInstance(Options!)!;
        Set(all, "Mode", mode);
        Set(all, "Access", access);
        Set(all, "Share", share);
        Set(all, "Options", options);
        Set(all, "BufferSize", bufferSize);
        CreateMode.SetValue(all, Enum.ToObject(UnixMode!, OwnerReadsAndWrites));
        return (FileStream)Unwrap(() => WithOptions.Invoke([path, all]));
    }

    /// <summary>Creates a folder that only its owner can open. A folder that exists keeps its mode.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not create it.</exception>
    public static void CreateFolder(string path) =>
        _ = CreateWithMode is null
            ? Directory.CreateDirectory(path)
            : Unwrap(() => CreateWithMode.Invoke(null, [path, Enum.ToObject(UnixMode!, OwnerOpensFolder)])!);

    /// <summary>Writes a new file, or replaces one, with all of its text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text; it is written in UTF-8 without a byte order mark.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write it.</exception>
    public static void WriteAllText(string path, string text)
    {
        using var writer = new StreamWriter(Open(path, FileMode.Create, FileAccess.Write, FileShare.None));
        writer.Write(text);
    }

    private static object Unwrap(Func<object> work)
    {
        try
        {
            return work();
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Capture(cause).Throw();
            throw;
        }
    }

    private static void Set(object options, string name, object value) => Options!.GetProperty(name)!.SetValue(options, value);
}
