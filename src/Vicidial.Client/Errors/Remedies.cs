using System;
using System.Collections.Generic;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Errors;

/// <summary>What a user can do about a failure: by its id where there is something particular to say, otherwise by its sort.</summary>
internal static class Remedies
{
    private static readonly Dictionary<string, string> ById = new(StringComparer.Ordinal)
    {
        ["LoginIncorrect"] =
            "Check user and password, that the account is active, and its level (7 or more for the Non-Agent API). Connect again with "
                + "Connect-VicidialServer; ten failures lock an account for 15 minutes.",
        ["SecondFactorRequired"] = "Use an API account without two-factor login, or log it in once in the browser.",
        ["AccountLocked"] = "Wait 15 minutes, or have an administrator reset the failed logins of the account; then connect again.",
        ["AddressBlocked"] =
            "Have an administrator add the address of this computer to the API IP list of the account's user group, or take it off the blacklist.",
        ["ApiAccessOff"] = "The password is right. Have an administrator switch on 'Agent API Access' for the account.",
        ["LoginRefusedBefore"] = "Correct the account, then connect again with Connect-VicidialServer.",
        ["PermissionDenied"] =
            "Have an administrator raise the account's level or set the flag that the function needs: Get-VicidialApiFunction shows both.",
        ["FunctionNotAllowed"] = "Have an administrator add the function to 'Allowed API Functions' of the account.",
        ["AgentApiOff"] = "Have an administrator switch on the Agent API in the system settings.",
        ["InvalidSource"] = "Give -Source of Connect-VicidialServer two to twenty letters or digits.",
        ["EventSecretInvalid"] = "Use 16 or more letters and digits, for example [guid]::NewGuid().ToString('N').",
        ["EventFieldUnknown"] = "Press Tab after -Field to see the fields of the kind.",
        ["SpoolInUse"] = "Stop the other receiver, or use another folder with -SpoolPath.",
        ["SpoolFull"] = "Let the consumer catch up, or raise -SpoolLimitMB.",
        ["SpoolNotWritable"] = "Check the free space and the rights of the folder, or use another one with -SpoolPath.",
        ["CertificateInvalid"] = "Use a valid certificate with its private key.",
        ["DialerTooOld"] = "Upgrade the dialer, or do without what the message names.",
        ["FunctionMissing"] = "The dialer may be changed: every release of it has the function.",
        ["UnknownFunction"] = "Check the spelling; Get-VicidialApiFunction lists the functions.",
        ["AgentNotLoggedIn"] = "Check the user with Get-VicidialLoggedInAgent; the agent must be logged in to the agent screen.",
        ["NotConfirmed"] =
            "Look whether it has been done since, with Get-VicidialAgentStatus, before giving the command again; -WaitTimeoutSec gives the screen "
                + "more time.",
        ["BlendedNotKnown"] = "Say with -Blended whether the agent shall take calls that the dialer places.",
        ["SessionDataNotFound"] = "Have the agent log out and in again: the dialer has not stored how it called the agent's phone.",
        ["SessionCallEmpty"] = "Have the agent log out and in again: the stored call of the agent's phone is empty.",
        ["UserNotFound"] = "Check the user; the account may also lack the right to see it.",
        ["DuplicateLead"] = "The lead is there already. Leave out -DuplicateCheck, or narrow it, to add it all the same.",
        ["DuplicateUndecided"] =
            "Run the same command again: with -JournalPath the other row is looked up first. Without a journal, see with Find-VicidialLead what "
                + "became of it.",
        ["NumberOnDncList"] = "The number must not be called. Leave it out.",
        ["NumberOnCampaignDncList"] = "The number must not be called for this campaign. Leave it out.",
        ["InvalidPhoneNumber"] = "Give one number: digits in groups, or + and the country code.",
        ["PhoneCodeMismatch"] = "Correct the phone code, or leave it out: the + of the number tells it.",
        ["InvalidCell"] = "Give the value itself, such as $_.city.name instead of $_.city.",
        ["WrongEncoding"] =
            "Read the file again with Import-Csv -Encoding (such as utf8, or 1252 on PowerShell 7), or load the text as it is with -Force.",
        ["KeyColumnMissing"] = "See Import-Csv -Delimiter and -Map.",
        ["NoInput"] = "Check the variable or command in front of the pipe.",
        ["InvalidInput"] = "Pipe in names, or objects with a property of the name that the message gives.",
        ["NothingToUpdate"] = "Name what to change by its parameters, or take the columns of the input with -FromInput.",
        ["ListNotAllowed"] = "Use a list of a campaign that the account may see, or have an administrator widen the account's campaigns.",
        ["ListNotFound"] = "Create the list first, or check its number.",
        ["InvalidIdentifier"] = "The dialer would drop these characters and act on another name. Check the value.",
        ["CustomFieldNotFound"] = "Get-VicidialCustomField lists the labels. Correct the label, or the heading of the column.",
        ["CallbackNotReachable"] = "Remove the finished callback on the dialer first, or change the open one there.",
        ["UnsafeText"] = "Leave the character out. Invoke-VicidialApi sends it all the same with -SkipSafetyCheck.",
        ["NothingStored"] = "Check the values: one of them may hold a quotation mark or a backslash, or belong to nothing that is there.",
        ["FieldWouldBeEmptied"] =
            "Write the value without the name of the field, or give that field a value too. If the login contains the name, use another account, "
                + "password or -Source.",
        ["ValueTooLong"] = "Shorten the value: the dialer would cut it in silence.",
        ["InvalidFlag"] = "Use Y or N (YES, NO, TRUE, FALSE, 1 and 0 do as well), or leave the cell blank.",
        ["InvalidDate"] = "Write dates as 2026-12-24 or 2026-12-24 10:00:00.",
        ["InvalidNumber"] = "Give a number in digits.",
        ["ValueOutOfRange"] = "Give a number of the range named: the dialer would refuse another one, or take the nearest in silence.",
        ["InvalidChoice"] = "Use one of the values named.",
        ["ReservedField"] = "Leave it out, or use the parameter for the field.",
        ["RequiredFieldMissing"] =
            "Give the value by its parameter or by a column of that name; where a cmdlet has -Map, it names columns with other headings.",
        ["PasswordNotAccepted"] = "Give the API account a password of letters, digits, '-' and '_' only.",
        ["UserNameNotAccepted"] = "Check the user name: only letters, digits, '-' and '_' reach the dialer.",
        ["UnencryptedConnection"] = "Use https, or add -AllowUnencrypted if the network between here and the dialer can be trusted.",
        ["InvalidUri"] = "Give a host name or an address such as https://dialer.example.com.",
        ["CertificateNotTrusted"] =
            "Install the certificate's authority on this computer, use the name that the certificate is for, or add -SkipCertificateCheck for a "
                + "dialer that you know.",
        ["TlsFailed"] =
            "Check the port: what answers there may not speak https. An old server may offer only versions of TLS that this computer refuses.",
        ["ServerNotReachable"] = "Check the address, the port and the firewall; Test-VicidialConnection tells what answers.",
        ["Redirected"] = "Connect to the address that the server names: credentials are never sent on to another address by themselves.",
        ["NotADialer"] = "Check the address and, where the dialer's pages live elsewhere, -NonAgentPath and -AgentPath.",
        ["ApiNotFound"] = "Check the address and, where the dialer's pages live elsewhere, -NonAgentPath and -AgentPath.",
        ["AccessRefused"] = "The web server, not the dialer, refuses: check its access rules and the proxy.",
        ["ProxyNotReachable"] = "Check -Proxy, or the system's own proxy where none is given; -NoProxy goes without.",
        ["ProxyRefused"] = "Check -Proxy and -ProxyCredential.",
        ["DatabaseDown"] = "The dialer does not reach its database. Try again when it does.",
        ["NoReply"] = "The answer was empty: call the function again, or look at the dialer's web server log.",
        ["ReplyCut"] = "The answer ended early: what came before it is complete. Ask again.",
        ["UnreadableRow"] = "A value holds the delimiter or a line break. The record is in TargetObject.",
        ["ReplyNotUnderstood"] = "If the texts are not English, give the API account the language English. Otherwise report the text of the reply.",
        ["ConnectionNotFound"] = "Get-VicidialConnection lists the connections of this session.",
        ["ConnectionClosed"] = "Connect again with Connect-VicidialServer, and use the new connection.",
        ["NotConnected"] = "Connect first with Connect-VicidialServer.",
        ["PortInUse"] = "Give another -Port, or none for a free one.",
        ["InvalidScenario"] = "Correct the scenario; about_VicidialPS_Simulator describes what it may hold.",
        ["InvalidFault"] = "Give what the fault needs; Get-Help Set-VicidialSimulatorFault tells.",
        ["NoSimulator"] = "Start one with Start-VicidialSimulator.",
        ["JournalOfAnotherLoad"] = "Give the rows and parameters that the journal was begun with, or another -JournalPath.",
        ["JournalDamaged"] =
            "Take the journal from a backup, or begin a load with another -JournalPath; Compare-VicidialLoad tells what is on the dialer.",
        ["JournalNotWritable"] =
            "Check the path, the rights, the space on the disk, and that no other run uses the file; then run the same command again: it takes up "
                + "where it stopped.",
        ["JournalNotReadable"] = "Check the path and the rights.",
        ["FileNotWritten"] = "Check the folder, its rights, and the space on the disk.",
        ["CampaignNotWatched"] = "Name the campaign in both, or leave -CampaignId out.",
        ["NotAJournal"] = "Give the file that -JournalPath wrote.",
        ["JournalTooNew"] = "Use the release of the module that wrote it, or a newer one.",
        ["InvalidShard"] = "Give the number of the part and of all parts, such as 2/5.",
        ["InvalidMarker"] = "Name a parameter of the cmdlet for a text field that no row uses, such as SourceId.",
        ["ProfileExists"] = "Add -Force to replace it, or give another -Path.",
        ["ProfilePathTaken"] = "Leave -Path out, so that each gets a file of its own, or save them one by one.",
        ["ProfileNotFound"] = "Get-VicidialConnection -Saved lists what is saved.",
        ["ProfileNotReadable"] = "Check the path and the rights.",
        ["ProfileNotWritable"] = "Check the path, the rights and the space on the disk.",
        ["InvalidProfile"] = "Correct the file: it takes plain parameters of Connect-VicidialServer, a User, and no secret.",
        ["CredentialNeeded"] = "Give -Credential, from a vault with Get-Secret where nobody can be asked.",
        ["RecordingNotReady"] =
            "Ask again later: the dialer moves recordings to the web server minutes or hours after the call. Find-VicidialRecording then tells "
                + "where it is.",
        ["RecordingHostNotAllowed"] = "If the host is the right one, name it with -AllowedHost, or another one in its place with -HostMap.",
        ["RecordingCut"] = "Run the same command again: it takes up where the transfer broke.",
        ["RecordingEncoded"] =
            "Have the web server send recordings as they are: switch compression off for them (mod_deflate in Apache, gzip in nginx).",
        ["RecordingExists"] = "Choose another name or folder, or add -Force to replace the file.",
        ["RecordingNameTaken"] = "Make the names differ: add {RecordingId} to -NameTemplate.",
        ["RecordingTooLarge"] = "If the recording is really that large, raise -MaximumSize.",
        ["RecordingNotWritable"] =
            "Check the path, the rights, the space on the disk, and that no other run writes there; then run the same command again.",
        ["RecordingLoginNeeded"] = "Give the login of the web server with -Credential, and name the host with -AllowedHost or -HostMap.",
        ["RecordingLoginRefused"] = "Check -Credential: it is for the web server that has the recordings, not for the dialer's API.",
        ["NotARecording"] = "Open the location in a browser to see what it is; a web server may show a login page there.",
        ["InvalidRecordingLocation"] = "Have the location corrected on the dialer.",
        ["InvalidNameTemplate"] = "Write properties of the recording in braces, such as {LeadId}_{User}_{StartTime:yyyyMMdd-HHmmss}.",
        ["InvalidHost"] = "Give a host such as rec.example.com, or rec.example.com:8443.",
        ["NotReportable"] =
            "Pipe what Get-VicidialCallStatistic, Get-VicidialDispositionStatistic, Get-VicidialAgentStatistic and Get-VicidialList emit.",
        ["ReportNotWritable"] = "Check the path and the rights; with -NoClobber a file that is there is not overwritten.",
        ["InvalidTrace"] = "Give a file that Start-VicidialTrace wrote.",
        ["TraceNotWritable"] = "Check path, rights and space; a file that is there is overwritten with -Force only.",
        ["LogNotWritable"] =
            "Give -LogPath a new file, or a log of this module, with a path of the file system such as C:\\logs\\calls.jsonl or "
                + "/var/log/calls.jsonl.",
        ["TraceNotFound"] = "Stop-VicidialTrace without -Path ends all traces of the session.",
        ["TooManyRequests"] = "Send fewer requests at a time: lower -ThrottleLimit.",
    };

    public static string For(string errorId, DialerErrorKind kind)
    {
        if (ById.TryGetValue(errorId, out string? remedy))
        {
            return remedy;
        }

        return kind switch
        {
            DialerErrorKind.Authentication => ById["LoginIncorrect"],
            DialerErrorKind.Permission => ById["PermissionDenied"],
            DialerErrorKind.InvalidArgument => "Correct the value that the message names.",
            DialerErrorKind.NotFound => "Check the name or number; the account may also lack the right to see it.",
            DialerErrorKind.Conflict => "It is there already, or a rule of the dialer forbids it.",
            DialerErrorKind.State => "Bring the agent or the dialer into the state that the message asks for, then try again.",
            DialerErrorKind.Limit => "Ask for less at once.",
            DialerErrorKind.Server => "Try again later; if it lasts, look at the dialer's web server log.",
            DialerErrorKind.Timeout => "Try again, or give more time with -TimeoutSec of Connect-VicidialServer.",
            DialerErrorKind.Transport => "Check the network between here and the dialer, then try again.",
            DialerErrorKind.OutcomeUnknown => "Look on the dialer whether the change was made before sending it again.",
            _ => "See the text of the reply.",
        };
    }
}
