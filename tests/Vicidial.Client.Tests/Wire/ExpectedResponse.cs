using System.Text.RegularExpressions;
using Vicidial.Client.Functions;
using Capture = Vicidial.Testing.Capture;

namespace Vicidial.Client.Tests.Wire;

/// <summary>
/// The meaning of a recorded response, derived independently from its text and from the facts about the API, without the library's reader or catalog.
/// </summary>
internal sealed partial class ExpectedResponse
{
    // The text of an error up to its values, how many of them have names, and the meaning.
    private static readonly (string Head, int Names, string Id, DialerErrorKind Kind)[] Errors =
    [
        ("ERROR: Login incorrect, please try again: |", 3, "LoginIncorrect", DialerErrorKind.Authentication),
        ("ERROR: Too many login attempts, try again in 15 minutes: |", 1, "AccountLocked", DialerErrorKind.AccountLocked),
        ("ERROR: Your IP Address is not allowed: ", 1, "AddressBlocked", DialerErrorKind.AddressBlocked),
        ("ERROR: user_group DOES NOT EXIST: |", 2, "AccountGroupNotFound", DialerErrorKind.Server),
        ("ERROR: Invalid Source - ", 1, "InvalidSource", DialerErrorKind.InvalidArgument),
        ("ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |", 2, "FunctionNotAllowed", DialerErrorKind.Permission),
        ("ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - ", 4, "FunctionNotAllowed", DialerErrorKind.Permission),
        ("ERROR: NO FUNCTION SPECIFIED", 0, "UnknownFunction", DialerErrorKind.NotFound),
        ("ERROR: Invalid Username/Password: |", 5, "LoginIncorrect", DialerErrorKind.Authentication),
        ("ERROR: System API NOT ACTIVE", 0, "AgentApiOff", DialerErrorKind.Server),
        ("ERROR: no user found - ", 1, "UserNotFound", DialerErrorKind.NotFound),
        ("ERROR: agent_user is not logged in - ", 1, "AgentNotLoggedIn", DialerErrorKind.State),
        ("ERROR: logged_in_agents USER DOES NOT HAVE PERMISSION TO GET AGENT INFO: |", 2, "PermissionDenied", DialerErrorKind.Permission),
        ("ERROR: logged_in_agents NO LOGGED IN AGENTS: ", 2, "NoAgentLoggedIn", DialerErrorKind.Empty),
        ("ERROR: campaigns_list USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO: |", 2, "PermissionDenied", DialerErrorKind.Permission),
        ("ERROR: campaigns_list THIS USER HAS NO VIEWABLE CAMPAIGNS: ", 1, "", DialerErrorKind.Empty),
        ("ERROR: call_agent error - entry is empty - ", 1, "SessionCallEmpty", DialerErrorKind.State),
        ("ERROR: call_agent error - no session data - ", 1, "SessionDataNotFound", DialerErrorKind.State),
        ("ERROR: call_agent not valid - ", 2, "InvalidArgument", DialerErrorKind.InvalidArgument),
        ("ERROR: external_pause not valid - ", 2, "InvalidArgument", DialerErrorKind.InvalidArgument),
        ("ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |", 2, "PermissionDenied", DialerErrorKind.Permission),
        ("ERROR: add_lead NOT AN ALLOWED LIST ID - ", 2, "ListNotAllowed", DialerErrorKind.Permission),
        ("ERROR: add_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED - ", 2, "ListNotFound", DialerErrorKind.NotFound),
        ("ERROR: add_lead INVALID PHONE NUMBER LENGTH - ", 2, "InvalidPhoneNumber", DialerErrorKind.InvalidArgument),
        ("ERROR: add_lead INVALID PHONE NUMBER PREFIX - ", 2, "InvalidPhoneNumber", DialerErrorKind.InvalidArgument),
        ("ERROR: add_lead INVALID PHONE NUMBER AREACODE - ", 2, "InvalidPhoneNumber", DialerErrorKind.InvalidArgument),
        ("ERROR: add_lead INVALID PHONE NUMBER NANPA AREACODE PREFIX - ", 2, "InvalidPhoneNumber", DialerErrorKind.InvalidArgument),
        ("ERROR: add_lead LEAD HAS NOT BEEN ADDED - ", 3, "LeadNotStored", DialerErrorKind.Server),
        ("ERROR: add_lead PHONE NUMBER IN DNC - ", 2, "NumberOnDncList", DialerErrorKind.Conflict),
        ("ERROR: add_lead PHONE NUMBER IN CAMPAIGN DNC - ", 3, "NumberOnCampaignDncList", DialerErrorKind.Conflict),
        ("ERROR: add_lead DUPLICATE PHONE NUMBER IN LIST - ", 3, "DuplicateLead", DialerErrorKind.Conflict),
        ("ERROR: add_lead DUPLICATE PHONE NUMBER IN CAMPAIGN LISTS - ", 4, "DuplicateLead", DialerErrorKind.Conflict),
        ("ERROR: add_lead DUPLICATE PHONE NUMBER IN SYSTEM - ", 4, "DuplicateLead", DialerErrorKind.Conflict),
        ("ERROR: add_lead DUPLICATE TITLE ALT_PHONE IN LIST - ", 4, "DuplicateLead", DialerErrorKind.Conflict),
        ("ERROR: add_lead DUPLICATE TITLE ALT_PHONE IN CAMPAIGN LISTS - ", 5, "DuplicateLead", DialerErrorKind.Conflict),
        ("ERROR: add_lead DUPLICATE TITLE ALT_PHONE IN SYSTEM - ", 5, "DuplicateLead", DialerErrorKind.Conflict),
        ("ERROR: add_lead DUPLICATE NAME PHONE IN LIST - ", 5, "DuplicateLead", DialerErrorKind.Conflict),
        ("ERROR: add_lead DUPLICATE NAME PHONE IN CAMPAIGN LISTS - ", 6, "DuplicateLead", DialerErrorKind.Conflict),
        ("ERROR: add_lead DUPLICATE NAME PHONE IN SYSTEM - ", 6, "DuplicateLead", DialerErrorKind.Conflict),
    ];

    private ExpectedResponse(Capture capture)
    {
        string body = Noise().Replace(capture.Body.Replace("\r", string.Empty, StringComparison.Ordinal), string.Empty);
        HasFault =
            body.StartsWith("MySQL connect ERROR", StringComparison.Ordinal) || capture.Body.Contains("<b>Fatal error</b>", StringComparison.Ordinal);
        IsForeign = body.StartsWith("<!DOCTYPE", StringComparison.Ordinal);
        Lines =
            body.StartsWith("MySQL", StringComparison.Ordinal) || IsForeign
                ? []
                : MessageStart().Replace(body, "\n").Split('\n').Where(line => line.Length > 0).ToArray();
        Kind =
            IsForeign ? ResponseKind.Unknown
            : Lines.Any(line => line.StartsWith("SUCCESS: ", StringComparison.Ordinal) || line.StartsWith("EXITO: ", StringComparison.Ordinal))
                ? ResponseKind.Success
            : Lines.Any(line => line.StartsWith("ERROR: ", StringComparison.Ordinal)) ? ResponseKind.Error
            : Lines.Any(line => line.StartsWith("NOTICE: ", StringComparison.Ordinal)) ? ResponseKind.Notice
            : Lines.Count > 0 ? ResponseKind.Row
            : ResponseKind.Empty;
        ErrorLine = Kind == ResponseKind.Error ? Lines.First(line => line.StartsWith("ERROR: ", StringComparison.Ordinal)) : null;
        if (ErrorLine is not null)
        {
            (string head, int names, ErrorId, ErrorKind) = Errors.Single(error => ErrorLine.StartsWith(error.Head, StringComparison.Ordinal));
            Values = Split(ErrorLine[head.Length..]);
            ValueCount = Math.Min(names, Values.Count);
        }
        else if (Lines.FirstOrDefault(line => line.StartsWith("SUCCESS: ", StringComparison.Ordinal)) is { } success)
        {
            Values = Split(success[(success.IndexOf(" - ", StringComparison.Ordinal) + 3)..]);
            ValueCount = Values.Count;
        }
    }

    public ResponseKind Kind { get; }

    public bool IsForeign { get; }

    public bool HasFault { get; }

    public IReadOnlyList<string> Lines { get; }

    public string? ErrorLine { get; }

    public string ErrorId { get; } = string.Empty;

    public DialerErrorKind ErrorKind { get; }

    /// <summary>The values of the error or success line; the first <see cref="ValueCount"/> of them have names.</summary>
    public IReadOnlyList<string> Values { get; } = [];

    public int ValueCount { get; }

    public static ExpectedResponse Of(Capture capture) => new(capture);

    private static string[] Split(string values) => values.Length == 0 ? [] : values.Split('|');

    [GeneratedRegex(@"(?:<br />\n)?<b>(?:Warning|Fatal error)</b>:.*?<br />\n?", RegexOptions.Singleline)]
    private static partial Regex Noise();

    // A message can follow other text in one line: data without a line break, or a comment.
    [GeneratedRegex(@"(?<=\S)(?=NOTICE: add_lead |SUCCESS: external_pause )")]
    private static partial Regex MessageStart();
}
