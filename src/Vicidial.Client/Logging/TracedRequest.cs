using Vicidial.Client.Functions;

namespace Vicidial.Client.Logging;

/// <summary>One request of a trace, with its response.</summary>
public sealed class TracedRequest
{
    internal TracedRequest(
        DialerApi api,
        string function,
        IReadOnlyDictionary<string, string> fields,
        int status,
        string contentType,
        string response
    )
    {
        Api = api;
        Function = function;
        Fields = fields;
        Status = status;
        ContentType = contentType;
        Response = response;
    }

    /// <summary>The API.</summary>
    public DialerApi Api { get; }

    /// <summary>The API function.</summary>
    public string Function { get; }

    /// <summary>The fields; passwords are masked.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The content type; empty if there was none.</summary>
    public string ContentType { get; }

    /// <summary>The response.</summary>
    public string Response { get; }

    /// <inheritdoc/>
    public override string ToString() => Function;
}
