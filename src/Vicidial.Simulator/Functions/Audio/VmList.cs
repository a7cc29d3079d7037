using Vicidial.Simulator.Functions.Pickers;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Audio;

/// <summary>vm_list: the voicemail boxes, then those of the phones.</summary>
internal sealed class VmList() : RecordPicker("vm_list", "2.4-27")
{
    public override void Run(FunctionContext context)
    {
        WriteHeadings(context, "Voicemail Boxes", "Name", "Email");
        int number = 0;
        foreach (VoicemailBox box in Seen(context, context.World.VoicemailBoxes))
        {
            if (!WriteBox(context, ++number, box.Id, box.Name, box.Email))
            {
                return;
            }
        }

        number = 0;
        foreach (Phone phone in context.World.Phones
            .Where(phone => phone.IsActive && phone.IsSeenBy(context.CallerGroup))
            .OrderBy(phone => phone.VoicemailId, StringComparer.Ordinal))
        {
            if (!WriteBox(context, ++number, phone.VoicemailId, $"{phone.Id} - {phone.Name}", phone.Email))
            {
                return;
            }
        }

        WriteBottom(context);
    }

    /// <summary>Writes a row. Current PHP reads one letter where an old release expects a text, and fails if there is none.</summary>
    private static bool WriteBox(FunctionContext context, int number, string id, string name, string email)
    {
        if (context.World.Generation.Has("2.14-107"))
        {
            WriteRow(context, number, id, name, email);
            return true;
        }

        if (id.Length == 0 || email.Length == 0)
        {
            context.Status = 500;
            return false;
        }

        WriteRow(context, number, id.Substring(0, 1), name, email.Substring(0, 1));
        return true;
    }
}
