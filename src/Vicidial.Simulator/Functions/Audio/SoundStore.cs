namespace Vicidial.Simulator.Functions.Audio;

/// <summary>What the lists of sounds have in common.</summary>
internal static class SoundStore
{
    /// <summary>Whether the audio store is on; the response says so where not, with one name for all lists.</summary>
    public static bool IsActive(FunctionContext context)
    {
        if (!context.World.Settings.CentralSoundsActive)
        {
            context.Response.Line("ERROR: sounds_list CENTRAL SOUND CONTROL IS NOT ACTIVE: |", context.CallerName, "0", string.Empty);
        }

        return context.World.Settings.CentralSoundsActive;
    }
}
