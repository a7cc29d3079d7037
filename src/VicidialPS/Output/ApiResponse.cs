using System;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace VicidialPS.Output;

/// <summary>What the dialer answered to Invoke-VicidialApi, classified. Passwords that it echoes are masked.</summary>
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

    /// <summary>The API that was called.</summary>
    public DialerApi Api { get; }

    /// <summary>The function that was called.</summary>
    public string Function { get; }

    /// <summary>Success, Notice, Error, Row (data), Empty, or Unknown.</summary>
    public ResponseKind Kind { get; }

    /// <summary>The text of the line that decides.</summary>
    public string Message { get; }

    /// <summary>The values of that line.</summary>
    public OutputList<string> Values { get; }

    /// <summary>The NOTICE lines.</summary>
    public OutputList<string> Notices { get; }

    /// <summary>The rows as objects, where the response begins with the names of its columns.</summary>
    public OutputList<PSObject> Rows { get; internal set; } = Array.Empty<PSObject>();

    /// <summary>All lines.</summary>
    public OutputList<string> Lines { get; }

    /// <summary>The HTTP status, which says little: most errors come with 200.</summary>
    public int HttpStatus { get; }

    /// <summary>How many attempts it took.</summary>
    public int Attempts { get; }

    /// <summary>The whole text.</summary>
    public string Raw { get; }

    /// <inheritdoc/>
    public override string ToString() => Raw;
}
