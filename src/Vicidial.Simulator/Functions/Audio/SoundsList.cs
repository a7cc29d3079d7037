using Vicidial.Simulator.Functions.Pickers;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Audio;

/// <summary>sounds_list: the files of the audio store, as rows, as links, or as a page.</summary>
internal sealed class SoundsList() : Picker("sounds_list", "2.4-27")
{
    private const string Folder = "lab_sounds";

    public override void Run(FunctionContext context)
    {
        if (!SoundStore.IsActive(context))
        {
            return;
        }

        if (!context.World.Settings.SoundsFolderExists)
        {
            context.Response.Line(
                "ERROR: audio store web directory does not exist: |", context.CallerName, Name, "/srv/www/htdocs/no_such_dir", string.Empty);
            return;
        }

        // With an unknown order, the dialer prints nothing.
        List<AudioFile>? files = Sort(context.World.AudioFiles, context.Text("stage", CharacterFilter.Id));
        if (files is null)
        {
            return;
        }

        string format = context.Text("format", CharacterFilter.Alphanumeric);
        if (Holds(format, "tab"))
        {
            WriteRows(context, files);
        }

        if (Holds(format, "link"))
        {
            foreach (AudioFile file in files)
            {
                context.Response.Write($"<a href=\"{Url(context, file)}\">{file.Name}</a><br>\n");
            }
        }

        if (Holds(format, "selectframe"))
        {
            WritePage(context, files);
        }
    }

    private static bool Holds(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static List<AudioFile>? Sort(IEnumerable<AudioFile> files, string order)
    {
        // Equal files are in the reverse order of their folder.
        IEnumerable<AudioFile> reversed = files.Reverse();
        return Holds(order, "date") ? reversed.OrderByDescending(file => file.ChangedAt).ToList()
            : Holds(order, "name") ? reversed.OrderBy(file => file.Name, StringComparer.Ordinal).ToList()
            : Holds(order, "size") ? reversed.OrderByDescending(file => file.Size).ToList()
            : null;
    }

    private static string Url(FunctionContext context, AudioFile file) => $"http://{context.World.Settings.SoundsWebServer}/{Folder}/{file.Name}";

    private static string Time(AudioFile file) => CallCenter.Stamp(file.ChangedAt) + ".";

    private static void WriteRows(FunctionContext context, List<AudioFile> files)
    {
        for (int i = 0; i < files.Count; i++)
        {
            AudioFile file = files[i];
            long epoch = new DateTimeOffset(file.ChangedAt, context.World.Clock.Offset).ToUnixTimeSeconds();
            context.Response.Row(
                '\t', FunctionContext.Number(i), file.Name, Time(file), FunctionContext.Number(file.Size), FunctionContext.Number(epoch));
        }
    }

    private static void WritePage(FunctionContext context, List<AudioFile> files)
    {
        // The page requests itself for another order, with the account's password in the address.
        string page = context.World.Generation.Has("2.14-194") ? SimulatorRequest.NonAgentPath : string.Empty;
        bool isRelative = context.World.Generation.NonAgentVersion == "2.14-194";
        string self = $"{page}?source=admin&function=sounds_list&user={context.CallerName}&pass={context.Text("pass", CharacterFilter.Id)}"
            + $"&format=selectframe&comments={Field(context)}&stage=";
        WriteTop(context, "<td>#</td>", Heading("name", "FILENAME"), Heading("date", "DATE"), Heading("size", "SIZE"), "<td>PLAY</td>");
        for (int i = 0; i < files.Count; i++)
        {
            AudioFile file = files[i];
            context.Response.Write($"<tr><td>{SmallText}").Write(i + 1).Write("</td>\n<td>");
            WriteLink(context, Path.GetFileNameWithoutExtension(file.Name), SmallText, file.Name)
                .Write($"<td>{SmallText}{Time(file)}</td>\n<td>{SmallText}")
                .Write(file.Size)
                .Write(
                    $"</td>\n<td><a href=\"{(isRelative ? $"/{Folder}/{file.Name}" : Url(context, file))}\" "
                        + $"target=\"_blank\">{SmallText}PLAY</a></td></tr>\n"
                );
        }

        WriteBottom(context);

        string Heading(string order, string title) => $"<td><a href=\"{self}{order}\"><font color=black>{title}</td>";
    }
}
