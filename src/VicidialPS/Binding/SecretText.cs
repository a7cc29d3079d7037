using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security;

namespace VicidialPS.Binding;

/// <summary>Turns secrets into text at the moment when a request is made of them, and back.</summary>
internal static class SecretText
{
    /// <summary>Hides a text that came in plain.</summary>
    public static SecureString Protect(string text)
    {
        var secret = new SecureString();
        text.ToList().ForEach(secret.AppendChar);
        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>The text of a secret.</summary>
    public static string Reveal(SecureString secret)
    {
        IntPtr bare = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(bare);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(bare);
        }
    }
}
