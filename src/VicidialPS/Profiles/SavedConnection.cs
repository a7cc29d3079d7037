using VicidialPS.Output;

namespace VicidialPS.Profiles;

/// <summary>A saved connection: parameters for <c>Connect-VicidialServer</c>, without secrets.</summary>
public sealed class SavedConnection
{
    internal SavedConnection(string name, string? user, string path, OutputTable settings)
    {
        Name = name;
        User = user;
        Path = path;
        Settings = settings;
    }

    /// <summary>The name that the connection will have.</summary>
    public string Name { get; }

    /// <summary>The address of the dialer, as it was typed.</summary>
    public string Uri => (string)Settings[ProfileFile.UriKey];

    /// <summary>The API account, or null.</summary>
    public string? User { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The saved parameters of <c>Connect-VicidialServer</c>, by name.</summary>
    public OutputTable Settings { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
