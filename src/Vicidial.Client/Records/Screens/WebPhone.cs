using Vicidial.Client.Wire;

namespace Vicidial.Client.Records.Screens;

/// <summary>The web phone of an agent (API function <c>webphone_url</c>).</summary>
public sealed class WebPhone : DialerRecord
{
    /// <summary>The agent of the request.</summary>
    [RequestField("agent_user")]
    public string? User { get; internal set; }

    /// <summary>The agent's key in another system, if the request used it.</summary>
    [RequestField("alt_user")]
    public string? AlternateUser { get; internal set; }

    /// <summary>The address of the web phone. It may contain a login, so its values are masked wherever it is shown.</summary>
    [Column("url")]
    public SecretAddress? Url { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Url}";
}
