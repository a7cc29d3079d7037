namespace Vicidial.Simulator.Functions.Phones;

/// <summary>The permission to change phones and servers.</summary>
internal static class PhoneRights
{
    /// <summary>Whether the account has the permission. If not, writes an error to the response.</summary>
    public static bool MayChange(FunctionContext context, string purpose) => NonAgentApi.PermitsChange(
        context, context.Caller.ApiAccess && context.Caller.ModifyPhones && context.Caller.Level >= 8, purpose);
}
