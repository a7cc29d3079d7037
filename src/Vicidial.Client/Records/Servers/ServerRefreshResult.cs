namespace Vicidial.Client.Records.Servers;

/// <summary>The result of a request to rebuild the servers' configuration (API function <c>server_refresh</c>).</summary>
public sealed class ServerRefreshResult : ChangeRecord
{
    /// <summary>How many servers were notified.</summary>
    [Column("affected")]
    public int? ServerCount { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{ServerCount}";
}
