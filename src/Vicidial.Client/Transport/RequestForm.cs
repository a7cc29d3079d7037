using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Transport;

/// <summary>
/// Writes the body of a request, with the login first and the function last. If the Agent API does not find the field <c>value</c>, it uses the last
/// field of the body instead: it returns it in responses, stores it in a log that managers can read, and even dials it. So the password must never be
/// last.
/// </summary>
internal static class RequestForm
{
    private const string ValueField = "value";
    private const int LargestKept = 64 * 1024;

    // Forms grow in one buffer for each thread. Only the body gets the password.
    [ThreadStatic]
    private static FormBuffer? _buffer;

    /// <summary>Writes a request.</summary>
    /// <param name="request">The request, with its text prepared for sending.</param>
    /// <param name="source">The source label of the connection.</param>
    /// <param name="credential">The account.</param>
    /// <returns>The body without the password.</returns>
    public static FormBody Write(ApiRequest request, string source, DialerCredential credential)
    {
        ApiFunction function = request.Function;
        FormBuffer form = _buffer ??= new FormBuffer();
        form.Clear();
        int passwordAt = -1;
        if (function.NeedsLogin)
        {
            form.Add("source", source);
            form.Add("user", credential.User);
            passwordAt = form.Skip(FormBody.LengthOfPassword(credential));
        }

        if (!function.TakesFieldsInAddress)
        {
            foreach (KeyValuePair<string, string> field in request.Fields)
            {
                form.Add(field.Key, field.Value);
            }
        }

        form.Add("function", function.Name);
        byte[] fields = form.ToArray();
        if (form.Capacity > LargestKept)
        {
            _buffer = null;
        }

        return new FormBody(fields, passwordAt, credential);
    }

    /// <summary>Gives a request of the Agent API the field <c>value</c> if it has none.</summary>
    public static ApiRequest WithValue(ApiRequest request)
        => request.Function is { Api: DialerApi.Agent, NeedsLogin: true } && request.Find(ValueField) is null
            ? request.Copy().Add(ValueField, (request.Function.ValueField is { } same ? request.Find(same) : null) ?? string.Empty)
            : request;
}
