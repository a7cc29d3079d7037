using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Completion;
using VicidialPS.Errors;
using VicidialPS.Input;
using VicidialPS.Reports;

namespace VicidialPS.Commands.Reports;

/// <summary>Creates an HTML page of statistics with tables and charts, in one file. Sends no request.</summary>
[Cmdlet(VerbsData.ConvertTo, "VicidialReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ConvertToReportCommand : ModuleCommand
{
    private ReportPage? _page;

    /// <summary>
    /// The output of Get-VicidialCallStatistic, Get-VicidialDispositionStatistic, Get-VicidialAgentStatistic, and Get-VicidialList, from
    /// this session, a job, another computer, or Import-Clixml.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The title of the page. The default is Report.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string Title { get; set; } = "Report";

    /// <summary>The file to write. Without it, the page is emitted as text.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Does not overwrite a file: the error is Vicidial.ReportNotWritable then.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _page = new ReportPage(Title, DateTimeOffset.Now);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null && ReportRecord.Find(InputObject) is { } record)
        {
            _page!.Add(record);
            return;
        }

        string what = InputObject?.TypeNames.FirstOrDefault() ?? "nothing";
        var failure = new DialerException(
            "NotReportable",
            DialerErrorKind.InvalidArgument,
            $"A report cannot contain an object of the type {what.Substring(what.LastIndexOf('.') + 1)}."
        );
        WriteError(DialerErrorRecord.From(failure, InputObject));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Path is null)
        {
            WriteObject(_page!.ToString());
            return;
        }

        string path = Path;
        try
        {
            path = FilePath.Of(this, Path, "ReportNotWritable");
        }
        catch (DialerException failure)
        {
            ThrowTerminatingError(DialerErrorRecord.From(failure, Path));
        }

        if (!ShouldProcess(path, "Write the report"))
        {
            return;
        }

        try
        {
            using var file = new FileStream(path, NoClobber ? FileMode.CreateNew : FileMode.Create, FileAccess.Write);
            byte[] text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(_page!.ToString());
            file.Write(text, 0, text.Length);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(DialerErrorRecord.From(new DialerException("ReportNotWritable", DialerErrorKind.Storage, problem.Message), path));
        }

        WriteObject(new FileInfo(path));
    }
}
