using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace VicidialPS.Output;

/// <summary>The dialer's response to Invoke-VicidialApi, classified. Passwords in it are masked.</summary>
public sealed class ApiResponse
{
    internal ApiResponse(string connectionName, DialerResponse response)
    {
        ConnectionName = connectionName;
        Api = response.Function.Api;
        Function = response.Function.Name;
        Kind = response.Kind;
        ResponseLine? main = response.Kind == ResponseKind.Error ? response.Error : response.Main;
        Message = main is null || main.Kind == ResponseKind.Row ? string.Empty : main.Message;
        Values = main?.Values.ToArray() ?? [];
        Notices = response.Notices.Select(line => line.Raw).ToArray();
        Lines = response.Lines.Select(line => line.Raw).ToArray();
        HttpStatus = response.HttpStatus;
        Attempts = response.Attempts;
        Raw = response.Raw;
    }

    /// <summary>The name of the connection.</summary>
    public string ConnectionName { get; }

    /// <summary>The API that was requested.</summary>
    public DialerApi Api { get; }

    /// <summary>The function that was requested.</summary>
    public string Function { get; }

    /// <summary>Success, Notice, Error, Row (data), Empty, or Unknown.</summary>
    public ResponseKind Kind { get; }

    /// <summary>The text of the line that decides the kind.</summary>
    public string Message { get; }

    /// <summary>The values of that line.</summary>
    public OutputList<string> Values { get; }

    /// <summary>The NOTICE lines.</summary>
    public OutputList<string> Notices { get; }

    /// <summary>The rows as objects, if the response starts with column names.</summary>
    public OutputList<PSObject> Rows { get; internal set; } = Array.Empty<PSObject>();

    /// <summary>All lines.</summary>
    public OutputList<string> Lines { get; }

    /// <summary>The HTTP status. Most errors have the status 200.</summary>
    public int HttpStatus { get; }

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; }

    /// <summary>The complete text.</summary>
    public string Raw { get; }

    /// <inheritdoc/>
    public override string ToString() => Raw;
}
