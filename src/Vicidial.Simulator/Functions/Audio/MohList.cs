using Vicidial.Simulator.Functions.Pickers;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Audio;

/// <summary>moh_list: the music on hold with its files.</summary>
internal sealed class MohList() : RecordPicker("moh_list", "2.4-27")
{
    public override void Run(FunctionContext context)
    {
        if (!SoundStore.IsActive(context))
        {
            return;
        }

        WriteHeadings(context, "Music On Hold Class", "Name", "Random");
        bool forgets = context.World.Generation.Has("2.14-107");
        int number = 0;
        string files = string.Empty;
        foreach (MusicClass music in Seen(context, context.World.MusicClasses))
        {
            WriteRow(context, ++number, music.Id, music.Name, music.IsRandom ? "Y" : "N");

            // Old releases never clear the text, so each class also shows the files of the classes before it.
            files = forgets ? string.Empty : files;
            foreach (string file in music.Files)
            {
                files += file + " &nbsp; ";
            }

            StartRow(context.Response, number).Write($"<td colspan=2 width=100>{SmallText}&nbsp;</td>\n")
                .Write($"<td colspan=3 width=590>{Text}Files: </font>{SmallText}{files}</td></tr>\n");
        }

        WriteBottom(context);
    }
}
