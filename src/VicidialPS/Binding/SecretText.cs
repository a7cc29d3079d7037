using System;
using System.Runtime.InteropServices;
using System.Security;

namespace VicidialPS.Binding;

/// <summary>The text of a secret, at the moment when a call is made of it.</summary>
internal static class SecretText
{
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
