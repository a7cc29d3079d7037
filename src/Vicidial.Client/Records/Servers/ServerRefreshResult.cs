namespace Vicidial.Client.Records.Servers;

/// <summary>A rebuild of the servers' configuration that was asked for (API function <c>server_refresh</c>).</summary>
public sealed class ServerRefreshResult : ChangeRecord
{
    /// <summary>How many servers were told.</summary>
    [Column("affected")]
    public int? ServerCount { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{ServerCount}";
}
