using Vicidial.Client.Requests;
using VicidialPS.Connections;
using VicidialPS.Loads;

namespace VicidialPS.Requests;

/// <summary>A request to make, with the input it is for. Without a request it stands for an input that is refused here.</summary>
internal sealed class RequestJob(object? input)
{
    /// <summary>What errors name as their target.</summary>
    public object? Input { get; } = input;

    /// <summary>Where the request goes; null where that could not be found out.</summary>
    public VicidialConnection? Connection { get; set; }

    /// <summary>Whether the input itself named the connection, so that the next one may name another.</summary>
    public bool NamedConnection { get; set; }

    /// <summary>The request.</summary>
    public ApiRequest? Request { get; set; }

    /// <summary>The request, with the pace that its load keeps.</summary>
    public ApiRequest PacedRequest
    {
        get
        {
            Request!.Pace = Item?.Pace;
            return Request;
        }
    }

    /// <summary>The rows of the load that go out with it.</summary>
    public LoadItem? Item { get; set; }
}
