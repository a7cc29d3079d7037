using System.Collections.Generic;

namespace Vicidial.Client.Events;

/// <summary>A URL for the settings of a dialer. As text it is the URL alone. It contains the secret, if there is one.</summary>
public sealed class EventUrl
{
    internal EventUrl(string url, EventKindInfo info, IReadOnlyList<string> fields, IReadOnlyList<string> notes)
    {
        Url = url;
        Kind = info.Kind;
        Fields = fields;
        Setting = info.Settings;
        ApiFunction = info.ApiFunctions;
        Since = info.Since;
        Sender = info.Sender;
        When = info.When;
        Waits = info.Waits;
        Delivery = info.Delivery;
        Notes = notes;
    }

    /// <summary>The URL.</summary>
    public string Url { get; }

    /// <summary>The kind.</summary>
    public EventKind Kind { get; }

    /// <summary>The variables in it.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Where an administrator can set it.</summary>
    public IReadOnlyList<EventSetting> Setting { get; }

    /// <summary>The API functions that can set it; empty if only the admin pages can.</summary>
    public IReadOnlyList<string> ApiFunction { get; }

    /// <summary>The first release that sends events of this kind.</summary>
    public string Since { get; }

    /// <summary>What sends it.</summary>
    public EventSender Sender { get; }

    /// <summary>When the dialer sends it.</summary>
    public string When { get; }

    /// <summary>Who waits for the receiver's response.</summary>
    public string Waits { get; }

    /// <summary>What can be lost and what can come twice.</summary>
    public string Delivery { get; }

    /// <summary>What to take care of.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public override string ToString() => Url;
}
