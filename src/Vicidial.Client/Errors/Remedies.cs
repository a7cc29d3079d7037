using Vicidial.Client.Functions;

namespace Vicidial.Client.Errors;

/// <summary>What a user can do about a failure, by error ID or else by kind. A remedy that would add nothing to the message is empty.</summary>
internal static class Remedies
{
    private static readonly Dictionary<string, string> ById = new(StringComparer.Ordinal)
    {
        ["LoginIncorrect"] =
            "Check the user name, the password, that the account is active, and its level (7 or higher for the Non-Agent API). Then connect again "
                + "with Connect-VicidialServer. Ten failed logins lock an account for 15 minutes.",
        ["SecondFactorRequired"] = "Use an API account without two-factor authentication, or sign in to it once in the browser.",
        ["AccountLocked"] = "Wait 15 minutes, or have an administrator reset the account's failed logins. Then connect again.",
        ["AddressBlocked"] =
            "Have an administrator add this computer's address to the API IP list of the account's user group, or remove it from the blacklist.",
        ["ApiAccessOff"] = "Have an administrator turn on 'Agent API Access' for the account. Its password is correct.",
        ["LoginRefusedBefore"] = "Correct the account, then connect again with Connect-VicidialServer.",
        ["PermissionDenied"] =
            "Have an administrator raise the account's level or set the permission that the function needs. Get-VicidialApiFunction shows both.",
        ["FunctionNotAllowed"] = "Have an administrator add the function to the account's 'Allowed API Functions'.",
        ["AgentApiOff"] = "Have an administrator turn on the Agent API in the system settings.",
        ["InvalidSource"] = "Use 2 to 20 letters or digits for -Source of Connect-VicidialServer.",
        ["EventSecretInvalid"] = "Use 16 or more letters and digits, for example [guid]::NewGuid().ToString('N').",
        ["EventFieldUnknown"] = "Press Tab after -Field to see the fields of the kind.",
        ["EventsPiped"] = "Run the receiver in a job: -EventSource (Start-ThreadJob { Receive-VicidialEvent -Kind AgentEvent }).",
        ["SpoolInUse"] = "Stop the other receiver, or use another folder with -SpoolPath.",
        ["SpoolFull"] = "Let the consumer catch up, or raise -SpoolLimitMB.",
        ["SpoolNotWritable"] = "Check the free space and the permissions of the folder, or use another folder with -SpoolPath.",
        ["CertificateInvalid"] = "Use a valid certificate that has its private key.",
        ["DialerTooOld"] = "Upgrade the dialer, or leave out what it does not support.",
        ["FunctionMissing"] = "Ask the dialer's administrator: every release has this function, so this dialer may have been modified.",
        ["UnknownFunction"] = "Check the spelling. Get-VicidialApiFunction lists the functions.",
        ["AgentNotLoggedIn"] = "Check the user with Get-VicidialLoggedInAgent. The agent must be logged in to the agent screen.",
        ["NotConfirmed"] =
            "Check with Get-VicidialAgentStatus whether the command has taken effect before you repeat it. Use -WaitTimeoutSec to wait longer.",
        ["BlendedNotKnown"] = "Use -Blended to set whether the agent takes calls that the dialer places.",
        ["SessionDataNotFound"] = "Have the agent log out and log in again. The dialer has not stored how it called the agent's phone.",
        ["SessionCallEmpty"] = "Have the agent log out and log in again. The dialer has stored an empty call for the agent's phone.",
        ["EmailFailed"] = "Check the dialer's mail settings, then reset the password again. The user has not received a new one.",
        ["HopperInsertFailed"] = "Try again later. If the error persists, have an administrator check the dialer's database.",
        ["LeadNotStored"] = "Try again later. If the error persists, have an administrator check the dialer's database.",
        ["CrmActivityNotFound"] = "Check the number of the activity in Vtiger, or leave out -VtigerCallback.",
        ["UserNotFound"] = "Check the user, and that the account may see it.",
        ["DuplicateLead"] = "To add the lead anyway, leave out -DuplicateCheck or use a narrower check.",
        ["DuplicateUndecided"] =
            "Run the same command again: with -JournalPath, the other row is looked up first. Without a journal, look for the other row's lead "
                + "with Find-VicidialLead.",
        ["NumberOnDncList"] = "Leave the number out. It is on the do-not-call list.",
        ["NumberOnCampaignDncList"] = "Leave the number out. It is on the campaign's do-not-call list.",
        ["InvalidPhoneNumber"] = "Use one phone number: digits, in groups if you like, or + and the country code.",
        ["PhoneCodeMismatch"] = "Correct -PhoneCode or leave it out. The country code after the + of the number is enough.",
        ["InvalidCell"] = "Pass the value, not the object that holds it: for example $_.city.name, not $_.city.",
        ["WrongEncoding"] =
            "Read the file again with the right Import-Csv -Encoding (for example utf8, Unicode, or 1252 in PowerShell 7). The bulk cmdlets "
                + "store the text unchanged with -Force.",
        ["KeyColumnMissing"] = "Check -Delimiter of Import-Csv, or assign the column with -Map.",
        ["NoInput"] = "Check the variable, or the command before the pipe.",
        ["InvalidInput"] = "Pipe names, or objects that have the property that the message names.",
        ["NothingToUpdate"] = "Use a parameter for each value to change, or use -FromInput to take the values from the input's columns.",
        ["ListNotAllowed"] = "Use a list of a campaign that the account may see, or have an administrator allow more campaigns for the account.",
        ["ListNotFound"] = "Check the list ID, or create the list first with New-VicidialList.",
        ["InvalidIdentifier"] = "Correct the value. Without these characters it would name something else.",
        ["CustomFieldNotFound"] = "Correct the label or the column name. Get-VicidialCustomField lists the labels.",
        ["CustomFieldChanged"] =
            "Set the field again with Set-VicidialLead and a value that fits. Do not send the row again: everything else of it was stored.",
        ["CustomFieldsNotStored"] =
            "Set the custom fields with Set-VicidialLead. Do not send the row again: everything else of it was stored.",
        ["CustomFieldNotStorable"] = "Use a value that the field can store.",
        ["CallbackNotReachable"] = "Remove the finished callback on the dialer first, or change the open one there.",
        ["UnsafeText"] = "Remove the character. Invoke-VicidialApi -SkipSafetyCheck sends it anyway.",
        ["NothingStored"] = "Look in the values for a quotation mark, a backslash, or the name of something that does not exist.",
        ["FieldWouldBeEmptied"] =
            "Remove the field's name from the value, or set that field too. If the login contains the name, use another account, password, or "
                + "-Source.",
        ["ValueTooLong"] = "Shorten the value. The dialer would cut it silently.",
        ["InvalidFlag"] = "Use Y or N (or YES, NO, TRUE, FALSE, 1, 0), or leave the cell blank.",
        ["InvalidDate"] = "Write dates as 2026-12-24 or 2026-12-24 10:00:00.",
        ["InvalidNumber"] = "Use digits only.",
        ["ValueOutOfRange"] = "Use a number in the range. The dialer rejects other numbers or silently replaces them with the nearest allowed one.",
        ["InvalidChoice"] = "Use one of the listed values.",
        ["ReservedField"] = "Leave the field out, or use the parameter for it.",
        ["RequiredFieldMissing"] = "Use the parameter, or a column of that name. If the cmdlet has -Map, you can map a column with another name.",
        ["PasswordNotAccepted"] = "Give the API account a password that has only letters, digits, '-', and '_'.",
        ["UserNameNotAccepted"] = "Check the user name. The dialer keeps only letters, digits, '-', and '_'.",
        ["UnencryptedConnection"] = "Use https, or add -AllowUnencrypted if you trust the network between this computer and the dialer.",
        ["InvalidUri"] = "Use a host name, or an address such as https://dialer.example.com.",
        ["CertificateNotTrusted"] =
            "Trust the certificate's authority on this computer, or connect with the name on the certificate. For a dialer that you know, you can "
                + "add -SkipCertificateCheck.",
        ["TlsFailed"] = "Check the port: the server there may not use https. An old server may offer only TLS versions that this computer rejects.",
        ["HttpsRequired"] = "Connect with https:// instead of http://.",
        ["BrowserNotOpened"] = "Check that this computer has a browser and a desktop session, or open the address of Get-VicidialAgentWebPhone.",
        ["ServerNotReachable"] = "Check the address, the port, and the firewall. Test-VicidialConnection shows what the server responds.",
        ["Redirected"] = "Connect to the address that the server names. Credentials are never sent to another address automatically.",
        ["NotADialer"] = "Check the address. If the dialer's API pages are in another folder, use -NonAgentPath and -AgentPath.",
        ["ApiNotFound"] = "Check the address. If the dialer's API pages are in another folder, use -NonAgentPath and -AgentPath.",
        ["AccessRefused"] = "Check the access rules of the web server and the proxy: the rejection does not come from the dialer.",
        ["ProxyNotReachable"] = "Check -Proxy, or the system's proxy settings if you did not use it. -NoProxy connects without a proxy.",
        ["ProxyRefused"] = "Check -Proxy and -ProxyCredential.",
        ["DatabaseDown"] = "Try again when the dialer can reach its database.",
        ["NoReply"] = "Look at the dialer's web server log. If the request was a change, check whether it was made before you send it again.",
        ["ReplyCut"] = "Send the request again. The rows before the cut are complete.",
        ["UnreadableRow"] = "Look at the row in TargetObject. One of its values contains the delimiter or a line break.",
        ["ReplyNotUnderstood"] = "If the text is not English, set the API account's language to English. Otherwise, report the text of the response.",
        ["ConnectionNotFound"] = "List the connections of this session with Get-VicidialConnection.",
        ["ConnectionClosed"] = "Connect again with Connect-VicidialServer, and use the new connection.",
        ["NotConnected"] = "Connect first with Connect-VicidialServer.",
        ["PortInUse"] = "Use another -Port, or leave it out to get a free one.",
        ["InvalidScenario"] = "Correct the scenario. about_VicidialPS_Simulator describes its format.",
        ["InvalidFault"] = "Add the parameters that the fault needs. See Get-Help Set-VicidialSimulatorFault.",
        ["NoSimulator"] = "Start a simulator with Start-VicidialSimulator.",
        ["JournalOfAnotherLoad"] = "Use the same rows and parameters as in the first run, or another -JournalPath.",
        ["JournalDamaged"] =
            "Restore the journal from a backup, or start a load with another -JournalPath. Compare-VicidialLoad shows what is on the dialer.",
        ["JournalNotWritable"] =
            "Check the path, the permissions, the free disk space, and that no other run uses the file. Then run the same command again to resume.",
        ["JournalNotReadable"] = "Check the path and the permissions.",
        ["FileNotWritten"] = "Check the folder, its permissions, and the free disk space.",
        ["CampaignNotWatched"] = "Use the same campaign in both parameters, or leave -CampaignId out.",
        ["NotAJournal"] = "Use a file that -JournalPath wrote.",
        ["JournalTooNew"] = "Use the version of the module that wrote the journal, or a newer one.",
        ["InvalidShard"] = "Use the number of the part and the number of all parts, such as 2/5.",
        ["InvalidMarker"] = "Use the name of a parameter for a text field that no row uses, such as SourceId.",
        ["ProfileExists"] = "Add -Force to replace the profile, or use another -Path.",
        ["ProfilePathTaken"] = "Leave -Path out to save each connection in its own file, or save them one at a time.",
        ["ProfileNotFound"] = "List the saved connections with Get-VicidialConnection -Saved.",
        ["ProfileNotReadable"] = "Check the path and the permissions.",
        ["ProfileNotWritable"] = "Check the path, the permissions, and the free disk space.",
        ["InvalidProfile"] = "Correct the file. It can hold only plain parameters of Connect-VicidialServer and a User, and no secret.",
        ["CredentialNeeded"] = "Use -Credential. In a script that runs unattended, get it from a vault with Get-Secret.",
        ["RecordingNotReady"] =
            "Try again later: the dialer moves recordings to the web server minutes or hours after the call. Find-VicidialRecording then returns "
                + "the location.",
        ["RecordingHostNotAllowed"] = "Allow the host with -AllowedHost, or replace it with another one with -HostMap.",
        ["RecordingCut"] = "Run the same command again to resume the download.",
        ["RecordingEncoded"] = "Have the web server's administrator turn off compression for recordings (mod_deflate in Apache, gzip in nginx).",
        ["RecordingExists"] = "Use another name or folder, or add -Force to replace the file.",
        ["RecordingNameTaken"] = "Add {RecordingId} to -NameTemplate to make the names unique.",
        ["RecordingTooLarge"] = "Raise -MaximumSize if the recording is really that large.",
        ["RecordingNotWritable"] =
            "Check the path, the permissions, the free disk space, and that no other run writes there. Then run the same command again.",
        ["RecordingLoginNeeded"] = "Use -Credential for the login of the web server, and allow the host with -AllowedHost or -HostMap.",
        ["RecordingLoginRefused"] = "Check -Credential. It is the login of the web server that stores the recordings, not of the dialer's API.",
        ["NotARecording"] = "Open the location in a browser to see what is there. It may be a login page.",
        ["InvalidRecordingLocation"] = "Have an administrator correct the location on the dialer.",
        ["InvalidNameTemplate"] = "Write properties of the recording in braces, such as {LeadId}_{User}_{StartTime:yyyyMMdd-HHmmss}.",
        ["InvalidHost"] = "Use a host such as rec.example.com or rec.example.com:8443.",
        ["NotReportable"] =
            "Pipe the output of Get-VicidialCallStatistic, Get-VicidialDispositionStatistic, Get-VicidialAgentStatistic, or Get-VicidialList.",
        ["ReportNotWritable"] = "Check the path and the permissions. With -NoClobber, an existing file is not overwritten.",
        ["InvalidTrace"] = "Use a file that Start-VicidialTrace wrote.",
        ["TraceNotWritable"] = "Check the path, the permissions, and the free disk space. Use -Force to overwrite an existing file.",
        ["LogNotWritable"] =
            "Use the path of a new file, or of a log that this module wrote, for -LogPath: for example C:\\logs\\requests.jsonl or "
                + "/var/log/requests.jsonl.",
        ["TraceNotFound"] = "Run Stop-VicidialTrace without -Path to end all traces of the session.",
        ["TooManyRequests"] = "Lower -ThrottleLimit to send fewer requests at a time.",
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
            DialerErrorKind.InvalidArgument => string.Empty,
            DialerErrorKind.NotFound => "Check the name or number, and that the account may see it.",
            DialerErrorKind.Conflict => string.Empty,
            DialerErrorKind.State => "Check the state of the agent or the dialer, then try again.",
            DialerErrorKind.Limit => "Request less data at a time.",
            DialerErrorKind.Server => "Try again later. If the error persists, look at the dialer's web server log.",
            DialerErrorKind.Timeout => "Try again, or raise -TimeoutSec of Connect-VicidialServer.",
            DialerErrorKind.Transport => "Check the network between this computer and the dialer, then try again.",
            DialerErrorKind.OutcomeUnknown => "Check on the dialer whether the change was made before you send it again.",
            _ => "Look at the text of the response.",
        };
    }
}
