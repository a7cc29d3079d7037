namespace VicidialPS.Output;

/// <summary>A wallboard that browsers can open while Export-VicidialWallboard runs.</summary>
public sealed class WallboardServer
{
    internal WallboardServer(Uri uri) => Uri = uri;

    /// <summary>The address to open.</summary>
    public Uri Uri { get; }

    /// <inheritdoc/>
    public override string ToString() => Uri.ToString();
}
