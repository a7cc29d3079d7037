using VicidialPS.Output;

namespace VicidialPS.Profiles;

/// <summary>A saved connection: what <c>Connect-VicidialServer</c> is to be given beside secrets. It holds no secret.</summary>
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

    /// <summary>The API account it was saved with, or null.</summary>
    public string? User { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The parameters of <c>Connect-VicidialServer</c> that it gives, by name.</summary>
    public OutputTable Settings { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
