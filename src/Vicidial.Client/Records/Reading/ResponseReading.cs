using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Binding;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;
using Vicidial.Client.Wire.Layouts;

namespace Vicidial.Client.Records.Reading;

/// <summary>Reads HTTP responses as lines or records.</summary>
internal static class ResponseReading
{
    /// <summary>Reads a one-line response, which must arrive completely within one time limit.</summary>
    public static Task<DialerResponse> ReadShortAsync(ApiRequest request, HttpResponse http, Redactor redactor, CancellationToken cancellationToken)
    {
        http.IsShort = true;
        return ReadWholeAsync(request, http, redactor, cancellationToken);
    }

    /// <summary>Reads a whole response.</summary>
    /// <exception cref="DialerException">The response reports a failure, or has an unknown form.</exception>
    public static async Task<DialerResponse> ReadWholeAsync(
        ApiRequest request,
        HttpResponse http,
        Redactor redactor,
        CancellationToken cancellationToken
    )
    {
        using (http)
        {
            (string text, DialerException? cut) = await ResponseText.ReadAsync(http, cancellationToken).ConfigureAwait(false);
            text = cut is null ? text : WholeLines(text);
            DialerResponse response = ResponseReader.Read(request.Function, http.Status, text, redactor);
            int parts = cut is not null || response.IsPartial ? request.CountParts() : 0;
            return ResponseJudge.FindFailure(response, http.Message, cut, parts) is { } failure ? throw failure : response;
        }
    }

    /// <summary>Complete lines before a cut are valid; half a line is not.</summary>
    private static string WholeLines(string text) => text.Substring(0, text.LastIndexOf('\n') + 1);

    /// <summary>Opens the rows of a response. A table is streamed; any other layout is read completely.</summary>
    /// <exception cref="DialerException">The request failed before the first row arrived.</exception>
    public static Task<RecordReader<T>> OpenRowsAsync<T>(
        string connectionName,
        ApiRequest request,
        HttpResponse http,
        Redactor redactor,
        CancellationToken cancellationToken
    )
        where T : DialerRecord, new() =>
        LayoutReaders.Find(request.Function.Layout) is { } layout
            ? ReadLayoutAsync<T>(connectionName, layout, request, http, redactor, cancellationToken)
            : OpenTableAsync<T>(connectionName, request, http, redactor, cancellationToken);

    private static async Task<RecordReader<T>> ReadLayoutAsync<T>(
        string connectionName,
        Func<Answer, IEnumerable<NamedRow>> layout,
        ApiRequest request,
        HttpResponse http,
        Redactor redactor,
        CancellationToken cancellationToken
    )
        where T : DialerRecord, new()
    {
        DialerResponse response;
        string text;
        using (http)
        {
            (text, DialerException? cut) = await ResponseText.ReadAsync(http, cancellationToken).ConfigureAwait(false);
            text = cut is null ? text : WholeLines(text);
            response = ResponseReader.Read(request.Function, http.Status, text, redactor);

            // A line that reports success is only the beginning of such a response.
            if ((ResponseJudge.FindFailure(response, http.Message, cut) ?? cut) is { } failure)
            {
                throw failure;
            }
        }

        // The Agent API sends an empty response for a function that it does not have.
        if (response.Kind == ResponseKind.Empty && request.Function.Api == DialerApi.Agent)
        {
            throw new DialerException("NoReply", DialerErrorKind.NotUnderstood, "The response was empty.") { Response = response };
        }

        var records = new List<T>();
        var problems = new List<DialerException>();
        if (response.Error is null && (response.Kind != ResponseKind.Empty || request.Function.Layout == ResponseLayout.Text))
        {
            foreach (NamedRow row in layout(new Answer(request.Function, response, ServerNoise.Strip(text))))
            {
                if (RecordBinder<T>.Plan(row.Names, connectionName, request).Read(row.Cells, out string problem) is { } record)
                {
                    records.Add(record);
                }
                else
                {
                    problems.Add(UnreadableRow.Report(connectionName, request.Function, string.Join("|", row.Cells), problem));
                }
            }
        }

        return new WholeReader<T>(new RecordBatch<T>(records, problems));
    }

    private static async Task<RecordReader<T>> OpenTableAsync<T>(
        string connectionName,
        ApiRequest request,
        HttpResponse http,
        Redactor redactor,
        CancellationToken cancellationToken
    )
        where T : DialerRecord, new()
    {
        var rows = new TableReader<T>(request, http, redactor, connectionName);
        try
        {
            await rows.OpenAsync(cancellationToken).ConfigureAwait(false);
            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }
}
