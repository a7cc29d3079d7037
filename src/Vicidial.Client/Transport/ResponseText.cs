using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Transport;

/// <summary>Reads responses that are parsed as a whole.</summary>
internal static class ResponseText
{
    private const int UsualResponse = 1024;
    private const int LargestFirstBuffer = 1024 * 1024;
    private const int LargestResponse = 256 * 1024 * 1024;
    private const int LargestShortResponse = 1024 * 1024;

    /// <summary>Reads a response to its end, or until it is cut.</summary>
    /// <returns>The text, and the error that cut it.</returns>
    /// <exception cref="DialerException">The response does not end.</exception>
    public static async Task<(string Text, DialerException? Cut)> ReadAsync(HttpResponse http, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end can be detected without a larger buffer.
        long? announced = http.Message.Content.Headers.ContentLength;
        var buffer = new byte[Math.Min(announced ?? UsualResponse, LargestFirstBuffer) + 1];
        int largest = http.IsShort ? LargestShortResponse : LargestResponse;
        int length = 0;
        DialerException? cut = null;
        try
        {
            int read;
            while ((read = await http.ReadAsync(buffer, length, cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length == announced)
                {
                    // All announced data has arrived, so there is no need to wait for the end.
                    break;
                }

                if (length > largest)
                {
                    throw new DialerException(
                        "ReplyTooLarge",
                        DialerErrorKind.Limit,
                        $"The response is larger than {largest / 1024 / 1024} MB. Reading stopped."
                    );
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (DialerException failure) when (failure.IsPassing)
        {
            cut = failure;
        }

        if (cut is null)
        {
            http.SetRead();
        }

        return (Encoding.UTF8.GetString(buffer, 0, length), cut);
    }
}
