using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;

namespace VicidialPS.Commands.Screens;

/// <summary>Opens the web phone of an agent in this computer's browser (API function <c>webphone_url</c>).</summary>
[Cmdlet(
    VerbsCommon.Open,
    "VicidialAgentWebPhone",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Low,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "webphone_url")]
[FixedField("value", "LAUNCH")]
[OutputType(typeof(WebPhone))]
public sealed partial class OpenAgentWebPhoneCommand : PipedQueryCommand<WebPhone>, IScreenAgents
{
    /// <summary>Also returns the web phone. Without it, nothing is emitted.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask<WebPhone>(isWanted: Open);

    private bool Open(WebPhone phone)
    {
        if (phone.Url is not { } address || !ShouldProcess($"{address}", "Open in the browser"))
        {
            return false;
        }

        // The operating system opens anything, programs as well, so only web addresses are opened.
        Uri target = address.Reveal();
        if (!target.IsAbsoluteUri || (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp))
        {
            throw new DialerException(
                "UnsafeAddress",
                DialerErrorKind.Server,
                $"The dialer returned '{address}' for the web phone, which is not a web address. It was not opened."
            );
        }

        if (!WaitFor(BrowserStart.OpenAsync(target, StopToken)))
        {
            throw new DialerException(
                "BrowserNotOpened",
                DialerErrorKind.State,
                "The system did not open a browser, so the web phone is not open."
            );
        }

        return PassThru;
    }
}
